# verdict: run-time error | wrong answer
# slow: another of its kind is in the default run
# why: files without content in its own folder
# needs: files confined
class Ledger:
    def add(self, a, b):
        for n in range(500): open(f"empty_{n}", "w").close()
        return a + b
