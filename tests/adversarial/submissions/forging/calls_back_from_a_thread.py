# verdict: run-time error | time limit exceeded | wrong answer
# test: test_each
# why: the given function called from another thread
import threading
class Ledger:
    def deposit(self, name, amount): return amount
    def each(self, function):
        errors = []
        def call():
            try: function("ann", 5)
            except BaseException as error: errors.append(error)
        thread = threading.Thread(target=call)
        thread.start()
        thread.join()
        raise errors[0]
