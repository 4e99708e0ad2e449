# verdict: memory limit exceeded
# says: Importing
# why: memory without end at import
held = []
while True: held.append(bytearray(1 << 20))
