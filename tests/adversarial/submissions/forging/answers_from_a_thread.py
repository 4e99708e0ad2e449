# verdict: wrong answer | run-time error | time limit exceeded
# why: a thread floods the channel with replies while the main one answers
import os, struct, threading
class Ledger:
    def add(self, a, b):
        frame = struct.pack("!I", 8) + b'["ok",4]'
        def flood():
            while True: os.write(3, frame)
        for _ in range(3): threading.Thread(target=flood, daemon=True).start()
        return 4
