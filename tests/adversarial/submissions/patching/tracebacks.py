# verdict: run-time error
# says: ZeroDivisionError
# why: nothing formats a traceback where it could be hidden
import linecache, traceback, inspect
traceback.print_exc = traceback.format_exception = lambda *_, **__: []
linecache.getline = inspect.getsource = lambda *_: "return 3"
class Ledger:
    def add(self, a, b): return 1 / 0
