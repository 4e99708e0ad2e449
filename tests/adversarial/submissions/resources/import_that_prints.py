# verdict: output limit exceeded
# says: 64 KiB
# why: output without end at import
while True: print("x" * 1000)
