# verdict: run-time error | time limit exceeded | wrong answer
# slow: another of its kind is in the default run
# why: a pool of processes
import multiprocessing
class Ledger:
    def add(self, a, b):
        with multiprocessing.Pool(2) as pool: return pool.map(abs, [4])[0]
