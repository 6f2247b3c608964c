"""Reading typed maths for the answer types that ask for it."""

from contextlib import suppress
from typing import Protocol, runtime_checkable

from upslope.maths import Expression, UnreadableMaths, parse_scalar, read
from upslope.questions.score import NotGradable


@runtime_checkable
class ReadsWithNotes(Protocol):
    """An answer type that can say how it read what could have been meant in another way."""

    def notes(self, text: str, key: object) -> tuple[str, ...]:
        """Return sentences for a text that ``parse`` reads, such as how ``3/2x`` was read."""


@runtime_checkable
class ReadsInPieces(Protocol):
    """An answer type whose answers have pieces that are read one by one."""

    def so_far(self, text: str, key: object) -> str:
        """Return LaTeX of a text that ``parse`` cannot read as a whole: what can be read, and the gaps."""

    def rest(self, text: str, offset: int) -> str:
        """Return what follows this place within its own piece."""


def read_typed(text: str, variables: tuple[str, ...]) -> Expression | NotGradable:
    """Return one number or formula, or why it cannot be read."""
    try:
        return parse_scalar(text, variables)
    except UnreadableMaths as error:
        return NotGradable(error.message, error.remedy, error.offset)


def notes_on(text: str, variables: tuple[str, ...]) -> tuple[str, ...]:
    """Return how the ambiguous pieces of a text that ``read_typed`` reads were read.

    None for what could be a row as well: where a single formula is asked for, ``[x+1 -2]`` leaves no doubt.
    """
    with suppress(UnreadableMaths):
        return tuple(note.sentence for note in read(text, variables).notes)
    return ()
