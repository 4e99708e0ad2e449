"""What holds something until it is closed: a process, a file, a database."""

from abc import ABC, abstractmethod
from typing import Self


class Closing(ABC):
    """Held until it is closed. A context manager: leaving it closes it."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held; nothing more can be asked of it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
