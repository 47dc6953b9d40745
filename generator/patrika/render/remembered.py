"""What was made once and may be asked for again, by a key that names all that it follows from."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Remembered(Generic[Key, Value]):
    """The last values that were made, at most `kept`; the first made goes first."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._known: dict[Key, Value] = {}

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made now or before."""
        if key in self._known:
            return self._known[key]
        value = self._known[key] = make()
        if len(self._known) > self._kept:
            del self._known[next(iter(self._known))]
        return value
