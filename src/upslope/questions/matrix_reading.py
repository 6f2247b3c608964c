"""Reading a typed matrix entry by entry, so that a trouble in one of them is told of that one alone."""

import re
from collections.abc import Iterator

from upslope.maths import Expression, Matrix, UnreadableMaths, matrix, parse, to_latex
from upslope.maths.expressions.matrix import multiplied_out
from upslope.questions.matrix_text import Cell, Rows, cells_of
from upslope.questions.matrix_words import Shape, entry_name, shape_name
from upslope.questions.quantity import read_quantity
from upslope.questions.score import NotGradable
from upslope.questions.typed_maths import notes_on, read_typed

LONGEST = 3000  # characters
MOST_ENTRIES = 64

Place = tuple[int, int]
_NUMBER_WITH_EXPONENT = re.compile(r"[-+]?[0-9]*\.?[0-9]*[eE][-+]?[0-9]+")


def read_matrix(text: str, variables: tuple[str, ...], shape: Shape | None) -> Matrix | NotGradable:
    """Return the matrix, or what is to be done about the first entry that is unreadable, or else empty.

    Where ``shape`` (rows, columns) is given, only a matrix of that shape is read. Sums and products of
    matrices are worked out.
    """
    if not text.strip(' \t\r\n[](),;&"'):
        return NotGradable("There is nothing here yet.", "Fill in the entries, row by row.")
    if len(text) > LONGEST:
        message = f"This text has {len(text)} characters."
        return NotGradable(message, f"Up to {LONGEST} are fine; can you shorten it?", LONGEST)
    rows = cells_of(text)
    found = _entries(rows, variables)
    if isinstance(found, Matrix) and found.shape == (shape or found.shape):
        return found
    worked = _worked_out(text, variables)
    if isinstance(worked, Matrix) and worked.shape == (shape or worked.shape):
        return worked
    if isinstance(found, Matrix) and shape is not None:
        return _other_shape(shape, found.shape)
    is_one_piece = sum(map(len, rows)) == 1
    return worked if is_one_piece and isinstance(worked, NotGradable) else found


def read_so_far(text: str, variables: tuple[str, ...]) -> str:
    """Return LaTeX of the matrix with a box for every empty entry and a question mark for an unreadable one.

    Empty for a text that is not cut into rows and entries.
    """
    rows = cells_of(text[:LONGEST])
    if not 1 < sum(map(len, rows)) <= MOST_ENTRIES:
        return ""
    body = r" \\ ".join(" & ".join(_shown(cell, variables) for cell in row) for row in rows)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"


def rest_of_entry(text: str, offset: int) -> str:
    """Return what follows this place within its entry; empty between entries."""
    cells = (cell for _, cell in _placed(cells_of(text)))
    return next(
        (cell.text[offset - cell.offset :] for cell in cells if 0 <= offset - cell.offset < len(cell.text)),
        "",
    )


def notes_on_entries(text: str, variables: tuple[str, ...]) -> tuple[str, ...]:
    """Return how the ambiguous pieces of a matrix that can be read were read, each once."""
    cells = (cell for _, cell in _placed(cells_of(text)) if not _NUMBER_WITH_EXPONENT.fullmatch(cell.text))
    return tuple(dict.fromkeys(note for cell in cells for note in notes_on(cell.text, variables)))


def _entries(rows: Rows, variables: tuple[str, ...]) -> Matrix | NotGradable:
    """Unreadable entries are told of first, then empty ones, then rows that are not of one length."""
    shape = len(rows), max(map(len, rows))
    if sum(map(len, rows)) > MOST_ENTRIES:
        return NotGradable(
            "This matrix is larger than I can work with.", f"Up to {MOST_ENTRIES} entries are fine."
        )
    read: dict[Place, Expression] = {}
    for place, cell in _placed(rows):
        found = _read_cell(cell, variables)
        if isinstance(found, NotGradable):
            name = entry_name(place, shape).capitalize()
            offset = cell.offset if found.offset is None else cell.offset + found.offset
            return NotGradable(f"{name}: {found.message}", found.remedy, offset)
        if found is not None:
            read[place] = found
    return _gap(rows, shape) or matrix(
        [[read[row, column] for column in range(1, shape[1] + 1)] for row in range(1, shape[0] + 1)]
    )


def _gap(rows: Rows, shape: Shape) -> NotGradable | None:
    for place, cell in _placed(rows):
        if not cell.text:
            name = entry_name(place, shape).capitalize()
            remedy = "Put a number or a formula there, such as 0."
            return NotGradable(f"{name} is still empty.", remedy, cell.offset)
    for row in rows:
        if len(row) != shape[1]:
            message = f"One row has {shape[1]} entries, and this one has {len(row)}."
            return NotGradable(message, "Give every row the same number of entries.", row[0].offset)
    return None


def _placed(rows: Rows) -> Iterator[tuple[Place, Cell]]:
    for row, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells, start=1):
            yield (row, column), cell


def _read_cell(cell: Cell, variables: tuple[str, ...]) -> Expression | NotGradable | None:
    """The entry, None where there is none. ``1.5e-03``, as computers print it, is read as a power of ten."""
    if not cell.text:
        return None
    if _NUMBER_WITH_EXPONENT.fullmatch(cell.text):
        found = read_quantity(cell.text)
        return found if isinstance(found, NotGradable) else found.number
    return read_typed(cell.text, variables)


def _shown(cell: Cell, variables: tuple[str, ...]) -> str:
    found = _read_cell(cell, variables)
    if found is None:
        return r"\square"
    return r"\text{?}" if isinstance(found, NotGradable) else to_latex(found)


def _worked_out(text: str, variables: tuple[str, ...]) -> Matrix | NotGradable:
    """What sums and products of matrices come to, and rows whose entries only spaces separate."""
    try:
        whole = multiplied_out(parse(text, variables))
    except UnreadableMaths as error:
        return NotGradable(error.message, error.remedy, error.offset)
    if isinstance(whole, Matrix) and len(whole.children) <= MOST_ENTRIES:
        return whole
    return NotGradable("This is not a vector or a matrix yet.", "Write its rows like [1, 2; 3, 4].")


def _other_shape(wanted: Shape, found: Shape) -> NotGradable:
    message = f"This is {shape_name(found)}, and {shape_name(wanted)} is asked for."
    example = "[" + "; ".join([", ".join(["…"] * wanted[1])] * wanted[0]) + "]"
    return NotGradable(message, f"Write it like {example}: commas within a row, semicolons between rows.")
