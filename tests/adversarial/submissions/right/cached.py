# verdict: accepted
# why: lru_cache and cached_property
import functools
{{RIGHT}}
class Ledger(Ledger):
    @staticmethod
    @functools.lru_cache(maxsize=None)
    def _scramble(number): return (number * 2654435761 + 12345) % 2**32
    def scramble(self, number): return self._scramble(number)
    @functools.cached_property
    def zero(self): return 0
    def add(self, a, b): return a + b + self.zero
