# verdict: time limit exceeded
# says: Importing
# why: an endless loop at import
while True: pass
