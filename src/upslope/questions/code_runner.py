"""What code answers need from the floor above, which has a sandbox: a runner of programs.

``grading`` has one. Whoever starts marking installs it; without one, code answers cannot be marked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from upslope.questions.score import NotGradable

Value = np.ndarray | str
"""Numbers or truth values; or, in words, what came back instead ("None", "a text")."""
Replies = Mapping[str, tuple[Value, ...]]
"""What each function returned, call by call; a variable has one value."""


@dataclass(frozen=True)
class Program:
    """Python to run: ``given`` first, then ``source``; then functions are called and variables are read.

    ``calls`` maps a function to a list of arguments for each call: numbers and arrays.
    """

    given: str
    source: str
    calls: Mapping[str, Sequence[Sequence[Any]]] = field(default_factory=dict)
    variables: Sequence[str] = ()


class CodeRunner(Protocol):
    """Runs programs where they can do no harm. Every method may be called from any thread."""

    def run(self, program: Program) -> Replies | NotGradable:
        """Return what came back, or why nothing did: an error, a missing name, a loop without an end."""

    def new_rng(self) -> np.random.Generator:
        """Return a source of arguments that nobody can foresee (or, in tests, that everybody can)."""


_installed: list[CodeRunner] = []


def install(runner: CodeRunner) -> None:
    """Have all code answers of this process run by ``runner`` from now on."""
    _installed[:] = [runner]


def uninstall() -> None:
    """Have code answers run by nobody."""
    _installed.clear()


def current() -> CodeRunner | None:
    """Return the runner that was installed last, if there is one."""
    return _installed[0] if _installed else None
