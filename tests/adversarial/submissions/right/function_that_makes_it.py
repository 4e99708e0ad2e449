# verdict: accepted
# why: Ledger is a function
{{RIGHT}}
Made = Ledger
def Ledger(): return Made()
