"""A scene at one state: every number and every row, worked out here as the browser works them out."""

from collections.abc import Mapping
from collections.abc import Sequence as Ordered
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from upslope.course.figures.drawing import State
from upslope.course.figures.scene.conditions import SIGNS, Condition
from upslope.course.figures.scene.names import ROW_NUMBER
from upslope.course.figures.scene.quantities import Quantities, Quantity
from upslope.course.figures.scene.rows import NEXT, Rows, Sequence, last_names
from upslope.maths import Expression
from upslope.maths.expressions.evaluation import NUMPY, work_out

Array = NDArray[np.float64]
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Moment:
    """``values`` by name, and for every table its columns, ``k`` and what is called ``…_next``."""

    values: dict[str, float]
    tables: dict[str, dict[str, Array]]

    def array(self, tree: Expression, extra: Values | None = None) -> Array:
        """Return the tree's values; ``extra`` are more names, arrays among them. NaN where there is none."""
        values = {**self.values, **extra} if extra else self.values
        with np.errstate(all="ignore"):
            return np.asarray(work_out(tree, values, NUMPY), dtype=float)

    def number(self, tree: Expression, extra: Values | None = None) -> float:
        """Return the tree's value at one place."""
        return float(self.array(tree, extra))

    def holds(self, condition: Condition, extra: Values | None = None) -> bool:
        """Return whether all comparisons are true."""
        return all(
            SIGNS[each.sign](self.number(each.left, extra), self.number(each.right, extra))
            for each in condition
        )

    def rows(self, table: str) -> list[Values]:
        """Return the names that each row brings; one row of no names for no table."""
        if not table:
            return [{}]
        columns = self.tables[table]
        count = len(columns[ROW_NUMBER])
        return [{name: float(column[row]) for name, column in columns.items()} for row in range(count)]


def moment_of(state: State, quantities: Quantities, tables: Mapping[str, Rows | Sequence]) -> Moment:
    """Return everything that follows from a state."""
    moment = Moment(dict(state), {})
    for rows in tables.values():
        if isinstance(rows, Rows):
            columns = np.array(rows.values).T
            moment.tables[rows.name] = {
                **dict(zip(rows.columns, columns, strict=True)),
                ROW_NUMBER: np.arange(len(rows.values), dtype=float),
            }
    _put(moment, quantities.first)
    for sequence in quantities.sequences:
        moment.tables[sequence.name] = _iterated(moment, sequence)
        lasts = (moment.tables[sequence.name][column][-1] for column in sequence.columns)
        moment.values.update(zip(last_names(sequence.name, sequence.columns), map(float, lasts), strict=True))
    _put(moment, quantities.late)
    return moment


def _put(moment: Moment, quantities: Ordered[Quantity]) -> None:
    for each in quantities:
        columns = moment.tables[each.over] if each.over else None
        moment.values[each.name] = float(np.sum(moment.array(each.tree, columns)))


def _iterated(moment: Moment, sequence: Sequence) -> dict[str, Array]:
    """Return rows 0 … ⌊count⌋, and each column again as it is one row later."""
    count = moment.number(sequence.count)
    last = int(min(max(count + 1e-9, 0), sequence.most)) if np.isfinite(count) else 0
    row = dict(zip(sequence.columns, (moment.number(tree) for tree in sequence.start), strict=True))
    rows = [row]
    for k in range(last + 1):
        inside = {**row, ROW_NUMBER: k}
        row = {
            column: moment.number(tree, inside)
            for column, tree in zip(sequence.columns, sequence.next, strict=True)
        }
        rows.append(row)
    columns = {name: np.array([each[name] for each in rows]) for name in sequence.columns}
    return {
        **{name: values[:-1] for name, values in columns.items()},
        **{name + NEXT: values[1:] for name, values in columns.items()},
        ROW_NUMBER: np.arange(last + 1, dtype=float),
    }
