# verdict: run-time error
# says: Importing
# why: an argument too long to print, in the import's error
raise ValueError(10 ** 5000)
