# verdict: output limit exceeded | accepted | wrong answer | compile error
# why: a thread prints on after the call returned
import os, threading
{{RIGHT}}
def flood():
    while True: os.write(1, b"z" * 4096)
def add(self, a, b):
    threading.Thread(target=flood, daemon=True).start()
    return 4
Ledger.add = add
