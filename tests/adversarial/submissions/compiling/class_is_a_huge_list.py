# verdict: output limit exceeded | compile error
# why: Ledger cannot even be handed over
Ledger = [0] * 1_000_000
