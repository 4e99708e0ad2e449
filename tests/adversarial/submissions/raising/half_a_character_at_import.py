# verdict: run-time error
# says: Importing
# why: a lone surrogate in the text of the import's error
raise ValueError("\udcff\ud800")
