"""A small matrix as an HTML table that says its shape. Runs only inside a confined child."""

import numpy as np

MOST_ROWS, MOST_COLUMNS = 30, 12


def table_of(value: object) -> str | None:
    """Return the table of a real matrix that is small enough to be read; None for anything else."""
    if type(value) is not np.ndarray or value.ndim != 2 or value.dtype.kind not in "biuf":
        return None
    rows, columns = value.shape
    if not (0 < rows <= MOST_ROWS and 0 < columns <= MOST_COLUMNS):
        return None
    lines = "".join(f"<tr>{''.join(f'<td>{_short(x)}</td>' for x in row)}</tr>" for row in value.tolist())
    return f"<table><caption>array, {rows} × {columns}</caption><tbody>{lines}</tbody></table>"


def _short(number: float) -> str:
    return f"{number:.6g}" if type(number) is float else str(number)
