# verdict: run-time error
# why: a file cannot grow
class Ledger:
    def add(self, a, b):
        with open("written", "wb") as file: file.write(b"x" * 100)
        return a + b
