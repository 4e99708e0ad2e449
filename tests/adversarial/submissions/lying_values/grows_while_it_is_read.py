# verdict: output limit exceeded | wrong answer | time limit exceeded | run-time error
# slow: another of its kind is in the default run
# why: a thread changes the answer while it is encoded
import threading
class Ledger:
    def add(self, a, b):
        value = [0] * 50_000
        def grow():
            while True:
                value.extend([1] * 1000)
                if len(value) > 150_000: del value[1000:]
        threading.Thread(target=grow, daemon=True).start()
        return value
