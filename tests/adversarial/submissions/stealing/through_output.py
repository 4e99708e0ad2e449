# verdict: wrong answer
# test: test_secret
# slow: another of its kind is in the default run
# why: what it prints reaches the person's own screen at most
class Ledger:
    def scramble(self, number):
        print("hidden input:", number, flush=True)
        return 0
