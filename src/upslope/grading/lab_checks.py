"""What the author of a lab writes so that its functions can be judged: draws, references and named faults."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Arguments = tuple[Any, ...]
Replies = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Fault:
    """A mistake people make: how the function would then answer, and what to say about it."""

    code: str
    sentence: str
    wrong: Callable[..., Any]


@dataclass(frozen=True)
class FunctionCheck:
    """How one function is judged.

    ``draw(rng)`` gives fresh arguments. ``reference(*arguments)`` gives the right answer. ``tolerance`` is
    relative
    to the largest number of that answer. Where the function may use other functions of the learner,
    ``replies(rng, arguments)`` draws what those shall return instead, and ``reference`` and every fault's
    ``wrong``
    take those values by name: so a mistake elsewhere costs nothing here.
    """

    name: str
    draw: Callable[[np.random.Generator], Arguments]
    reference: Callable[..., Any]
    faults: tuple[Fault, ...] = ()
    replies: Callable[[np.random.Generator, Arguments], Replies] | None = None
    draws: int = 4
    tolerance: float = 1e-5

    def accepts(self, answer: np.ndarray, key: np.ndarray) -> bool:
        """Whether an answer of the key's own shape is equal to it within the tolerance."""
        room = self.tolerance * float(np.max(np.abs(key)))
        return bool(np.all(np.abs(answer - key) <= room))
