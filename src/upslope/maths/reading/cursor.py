"""Where the reading of a text has got to."""

from dataclasses import dataclass, field

from upslope.maths.reading import unreadable
from upslope.maths.reading.limits import DEEPEST
from upslope.maths.reading.loose_ends import Loose
from upslope.maths.reading.reading_notes import Note
from upslope.maths.reading.tokens import Token


@dataclass
class Cursor:
    """The next token, the brackets still open, where each node came from, and what is in doubt.

    ``letter`` is the one that sentences use in their examples. ``origin`` gives the offset in the text for
    the ``id`` of nodes. ``first_matrix`` is the offset of the first matrix that was closed, ``last_power``
    holds the indices of the caret and of the end of the power read last.
    """

    text: str
    pieces: list[Token]
    letter: str
    position: int = 0
    depth: int = 0
    enclosing: list[Token] = field(default_factory=list)
    origin: dict[int, int] = field(default_factory=dict)
    first_matrix: int | None = None
    loose: Loose | None = None
    last_power: tuple[int, int] = (0, 0)
    notes: list[Note] = field(default_factory=list)

    @property
    def next(self) -> Token:
        """The token that is read next."""
        return self.pieces[self.position]

    @property
    def before(self) -> Token:
        """The token that was read last."""
        return self.pieces[self.position - 1]

    def take(self) -> Token:
        """Return the next token and go on."""
        token = self.pieces[self.position]
        self.position += 1
        return token

    def next_is(self, *signs: str) -> bool:
        """Whether the next token is one of these signs."""
        token = self.pieces[self.position]
        return token.kind == "sign" and token.text in signs

    def deeper(self, offset: int) -> None:
        """Count one sign, power or function more inside others; too many raise UnreadableMaths."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise unreadable.too_deep(DEEPEST, offset)

    def into_bracket(self, opening: Token) -> None:
        """Count one bracket more inside others; too many raise UnreadableMaths."""
        self.enclosing.append(opening)
        if len(self.enclosing) > DEEPEST:
            raise unreadable.too_deep(DEEPEST, opening.offset)

    def space_before(self, index: int) -> bool:
        """Whether there is a space before the token with this index."""
        offset = self.pieces[index].offset
        return self.text[offset - 1 : offset].isspace()

    def typed(self, start: int, end: int) -> str:
        """Return the text of the tokens from ``start`` up to ``end``, for sentences."""
        piece = self.text[self.pieces[start].offset : self.pieces[end].offset]
        return piece.replace(r"\left", "").replace(r"\right", "").lstrip().rstrip("$~\n")
