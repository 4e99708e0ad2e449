# verdict: compile error
# says: cannot be called so
# why: a class that cannot be made
import abc
class Ledger(abc.ABC):
    @abc.abstractmethod
    def add(self, a, b): ...
