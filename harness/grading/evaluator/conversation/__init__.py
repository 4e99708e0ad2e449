"""One test's conversation with a submission: what is asked, what is answered, and what is kept.

What a test takes for the solution is stand-ins, each of which asks over the link. Whatever comes
back is data or a forgery, never code.
"""
