# verdict: wrong answer | time limit exceeded
# test: test_property
# why: thousands of replies sent ahead, then asleep: our own requests must not block
import os, struct, time
class Ledger:
    def __init__(self):
        os.set_blocking(3, False)
        frame = struct.pack("!I", 10) + b'["ok",123]'
        try:
            while True: os.write(3, frame * 100)
        except BlockingIOError: pass
        time.sleep(60)
