# verdict: output limit exceeded
# says: 64 KiB
# slow: another of its kind is in the default run
# why: several writers at once
import os, threading, time
class Ledger:
    def add(self, a, b):
        def flood():
            while True: os.write(2, b"y" * 4096)
        for _ in range(4): threading.Thread(target=flood, daemon=True).start()
        time.sleep(60)
