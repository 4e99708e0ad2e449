# verdict: accepted
# why: protocols, generics, abstract bases, overloads
from __future__ import annotations
import abc
from typing import Generic, Protocol, TypeVar
T = TypeVar("T", bound="Addable")
class Addable(Protocol):
    def __add__(self: T, other: T) -> T: ...
class Adder(abc.ABC, Generic[T]):
    @abc.abstractmethod
    def add(self, a: T, b: T) -> T: ...
{{RIGHT}}
Plain = Ledger
class Ledger(Plain, Adder[int]):
    def add(self, a: int, b: int) -> Missing: return a + b
