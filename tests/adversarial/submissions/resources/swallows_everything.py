# verdict: time limit exceeded
# says: s of CPU time were used where
# slow: another of its kind is in the default run
# why: ignores whatever is raised into it
class Ledger:
    def add(self, a, b):
        while True:
            try:
                while True: pass
            except BaseException: pass
