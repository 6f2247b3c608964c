"""The only door for a learner's text.

``3/2x`` is read as three halves of x, ``sin 2x cos x`` as sin(2x) times cos(x), ``√2x`` as √2 times x and
``log`` as the natural logarithm; ``read`` says so where a person might have meant something else. Square
brackets, round brackets with commas, LaTeX and numpy make vectors and matrices.
"""

from dataclasses import dataclass

from upslope.maths.expressions.expression import Expression
from upslope.maths.reading import unreadable
from upslope.maths.reading.cursor import Cursor
from upslope.maths.reading.grammar import everything
from upslope.maths.reading.limits import check_depth, check_length, check_values
from upslope.maths.reading.matrix_reading import check_shapes, with_commas
from upslope.maths.reading.reading_notes import Note, in_the_text
from upslope.maths.reading.tokens import tokens
from upslope.maths.reading.vocabulary import vocabulary

LONGEST = 3000


@dataclass(frozen=True)
class Reading:
    """A text as an expression, and how its ambiguous pieces were read, from left to right."""

    expression: Expression
    notes: tuple[Note, ...] = ()


def parse(text: str, variables: tuple[str, ...] = ("x",)) -> Expression:
    """Read what a person typed, keeping its form: an expression, a vector or a matrix.

    ``variables`` are the names that may occur, such as ``x``, ``mu``, ``x_1``, ``a^(1)``, ``∂f/∂x`` and
    ``df/dt``; other letters are refused. Raises UnreadableMaths, and nothing else, within milliseconds
    whatever the text.
    """
    at = _cursor(text, variables)
    at.pieces, _ = with_commas(at.pieces, text)
    return _expression(at)


def parse_scalar(text: str, variables: tuple[str, ...] = ("x",)) -> Expression:
    """Read a single number or formula as ``parse`` does; vectors and matrices are refused as well."""
    at = _cursor(text, variables)
    for piece in at.pieces:
        if piece.kind in ("comma", "semicolon"):
            raise unreadable.unknown_character(text, piece.offset)
    expression = _expression(at)
    if at.first_matrix is not None:
        raise unreadable.matrix_for_scalar(at.first_matrix)
    return expression


def read(text: str, variables: tuple[str, ...] = ("x",)) -> Reading:
    """Read as ``parse`` does, and say how ambiguous pieces such as ``3/2x`` were read."""
    at = _cursor(text, variables)
    at.pieces, from_spaces = with_commas(at.pieces, text)
    expression = _expression(at)
    notes = (*from_spaces, *at.notes, *in_the_text(text, expression))
    return Reading(expression, tuple(sorted(notes, key=lambda note: note.offset)))


def _cursor(text: str, variables: tuple[str, ...]) -> Cursor:
    """The text cut into tokens, at its beginning."""
    if len(text) > LONGEST:
        raise unreadable.too_long(len(text), LONGEST)
    equals = text.find("=")
    if equals >= 0:
        raise unreadable.equals_sign(text, equals)
    pieces = tokens(text, vocabulary(tuple(variables)))
    if len(pieces) == 1:
        raise unreadable.nothing_typed()
    return Cursor(text, pieces, letter=variables[0] if variables else "2")


def _expression(at: Cursor) -> Expression:
    expression = everything(at)
    check_depth(expression)
    check_length(at.text, expression, LONGEST)
    if at.first_matrix is not None:
        check_shapes(expression, at.origin)
    check_values(expression, at.origin)
    return expression
