# verdict: run-time error | time limit exceeded | wrong answer
# why: a pool of processes
import multiprocessing
class Ledger:
    def add(self, a, b):
        with multiprocessing.Pool(2) as pool: return pool.map(abs, [4])[0]
