# verdict: time limit exceeded
# says: used more than
# why: ignores whatever is raised into it
class Ledger:
    def add(self, a, b):
        while True:
            try:
                while True: pass
            except BaseException: pass
