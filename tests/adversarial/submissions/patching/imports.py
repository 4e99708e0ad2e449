# verdict: wrong answer | run-time error
# why: an import hook that hands out nonsense
import builtins, sys, types
sys.meta_path.insert(0, type("Finder", (), {"find_spec": staticmethod(lambda *_: 1 / 0)}))
builtins.__import__ = lambda *_, **__: types.ModuleType("nonsense")
class Ledger:
    def add(self, a, b): return 4
