# verdict: run-time error
# says: Importing
# why: five million letters at import
raise ValueError("x" * 5_000_000)
