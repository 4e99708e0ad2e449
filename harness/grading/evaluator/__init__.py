"""The trusted side: pytest with a problem's tests, talking to a worker it does not trust.

Started once per problem: imports pytest, collects every level's tests, then forks for each
submission. It reports to the grader as JSON lines and knows nothing of scores or sessions.
"""
