# verdict: wrong answer
# test: test_secret
# why: what it prints reaches the person's own screen at most
class Ledger:
    def scramble(self, number):
        print("hidden input:", number, flush=True)
        return 0
