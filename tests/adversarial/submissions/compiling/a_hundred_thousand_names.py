# verdict: compile error
# says: does not define Ledger
# why: finding a near name takes its time
for n in range(100_000): globals()["Legdr" + str(n)[:1] * 2 + str(n)] = n
