"""The untrusted side: a process that holds the candidate's code and nothing of ours to steal.

Everything in this folder runs under a bare interpreter and may import the standard library only.
``wire`` is also spoken by the evaluator, so that both sides agree by construction.
"""
