# verdict: run-time error
# says: RecursionError
# why: endless recursion at import
def deeper(): return deeper()
deeper()
