# verdict: run-time error
# says: StopIteration
# why: StopIteration at import
raise StopIteration
