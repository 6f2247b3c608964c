"""What matrices and their entries are called in sentences."""

Shape = tuple[int, int]


def entry_name(place: tuple[int, int], shape: Shape) -> str:
    """Return ``row 1, column 2`` for the entry at this place, or ``entry 2`` in a vector."""
    return f"entry {max(place)}" if 1 in shape else f"row {place[0]}, column {place[1]}"


def shape_name(shape: Shape) -> str:
    """Return ``a row of 3 entries``, ``a column of 2 entries`` or ``a matrix of 2 rows and 3 columns``."""
    rows, columns = shape
    if shape == (1, 1):
        return "a single entry"
    if 1 in shape:
        return f"a {'row' if rows == 1 else 'column'} of {rows * columns} entries"
    return f"a matrix of {rows} rows and {columns} columns"
