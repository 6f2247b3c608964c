"""What the author of a lab writes so that its functions can be judged: draws, references and named faults."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from upslope.grading.results import BrokenChain

Arguments = tuple[Any, ...]
Given = Mapping[str, Any]
Replies = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Scene:
    """One call: its arguments, and what the names around it hold meanwhile.

    ``sizes`` says in words what the lengths of its arrays count: {100: "examples"}.
    """

    arguments: Arguments
    given: Given = field(default_factory=dict)
    sizes: Mapping[int, str] = field(default_factory=dict)


Drawn = Arguments | Scene
"""What a draw returns: only arguments, or a Scene where names around the function must hold values too."""


@dataclass(frozen=True)
class Situation:
    """A way to call a function that a right one must stand as well: one example, other sizes.

    ``statement`` completes “right …” (for one example); ``remedy`` is said if the function is right
    elsewhere and wrong only here.
    """

    statement: str
    draw: Callable[[np.random.Generator], Drawn]
    remedy: str = ""
    draws: int = 1


@dataclass(frozen=True)
class Fault:
    """A mistake people make: how the function would then answer, and what to say about it.

    ``wrong`` takes what the reference takes. ``broken`` are the links of the chain (by index) it has wrong.
    Several faults may stop with the same clash of shapes: then only those are believed whose ``present`` is
    in the code of the function and whose ``absent`` is not.
    """

    code: str
    sentence: str
    wrong: Callable[..., Any]
    broken: tuple[int, ...] = ()
    present: str = ""
    absent: str = ""


@dataclass(frozen=True)
class Home:
    """A fixed small point where a learner can see a mistake on their own.

    ``measured()`` is the answer found by nudging what is given, in the shape of the right one. ``code``
    prints both numbers; in it ENTRY stands for the index of one entry, such as [2, 0].
    """

    scene: Scene
    measured: Callable[[], np.ndarray]
    code: str


@dataclass(frozen=True)
class FunctionCheck:
    """How one function is judged.

    ``draw(rng)`` gives fresh arguments. ``reference(*arguments)`` gives the right answer. ``tolerance`` is
    relative to the largest number of that answer. Where the function may use other functions of the learner,
    ``replies(rng, arguments)`` draws what those shall return instead, and ``reference`` and every fault's
    ``wrong`` take those values by name: so a mistake elsewhere costs nothing here. Values given in a Scene
    reach them by name, too. ``watched`` names what the function must leave as it is.

    ``chain`` shows the right answer as a product of links; ``double_faults`` is asked only when no single
    fault fits; ``stands_on`` are checks of given functions, looked at only to explain a mistake.
    """

    name: str
    draw: Callable[[np.random.Generator], Drawn]
    reference: Callable[..., Any]
    faults: tuple[Fault, ...] = ()
    replies: Callable[[np.random.Generator, Arguments], Replies] | None = None
    draws: int = 4
    tolerance: float = 1e-5
    usual: str = "for numbers drawn afresh"
    situations: tuple[Situation, ...] = ()
    watched: tuple[str, ...] = ()
    shape: str = ""
    chain: BrokenChain | None = None
    double_faults: Callable[[], Iterable[Fault]] = tuple
    home: Home | None = None
    stands_on: tuple["FunctionCheck", ...] = ()

    def accepts(self, answer: np.ndarray, key: np.ndarray) -> bool:
        """Whether an answer of the key's own shape is equal to it within the tolerance."""
        room = self.tolerance * float(np.max(np.abs(key), initial=0.0))
        return bool(np.all(np.abs(answer - key) <= room))

    @property
    def all_situations(self) -> tuple[Situation, ...]:
        """The usual situation first, then the others."""
        return (Situation(self.usual, self.draw, draws=self.draws), *self.situations)


def scene_of(drawn: Drawn) -> Scene:
    """Return a Scene, whichever of the two a draw returned."""
    return drawn if isinstance(drawn, Scene) else Scene(drawn)
