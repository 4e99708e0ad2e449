# verdict: run-time error
# why: a class of its own at import
class Mine(BaseException):
    def __str__(self): raise SystemExit(0)
raise Mine
