"""The curve of a figure: its function, its slope, and how far a point may travel within the picture."""

from dataclasses import dataclass

import numpy as np

from upslope.course.table import Table
from upslope.maths import Expression, UnreadableMaths, derivative, evaluate, parse_scalar, to_numpy

Interval = tuple[float, float]

SAMPLES = 2001


@dataclass(frozen=True)
class Curve:
    """A function of one variable and its derivative."""

    variable: str
    function: Expression
    derivative: Expression

    def value(self, x: float) -> float:
        """Return the function at ``x``; nan where it has no value."""
        return evaluate(self.function, {self.variable: x})

    def slope(self, x: float) -> float:
        """Return the derivative at ``x``; nan where it has no value."""
        return evaluate(self.derivative, {self.variable: x})

    def reach(self, start: float, across: Interval, *bounds: tuple[Expression, Interval]) -> Interval | None:
        """Return the widest interval round ``start``, inside ``across``, on which all bounds are kept.

        Each bound is an expression and its lowest and highest value. None when ``start`` breaks one.
        """
        places = np.linspace(*across, SAMPLES)
        inside = np.ones(SAMPLES, dtype=bool)
        with np.errstate(all="ignore"):
            for expression, (low, high) in bounds:
                heights = np.broadcast_to(to_numpy(expression, (self.variable,))(places), places.shape)
                inside &= (heights >= low) & (heights <= high)
        here = int(np.argmin(np.abs(places - start)))
        if not inside[here]:
            return None
        outside = np.flatnonzero(~inside)
        first = int(max(outside[outside < here], default=-1)) + 1
        last = int(min(outside[outside > here], default=SAMPLES)) - 1
        return float(places[first]), float(places[last])


def read_curve(table: Table) -> Curve:
    """Return the curve that a table's ``function`` and ``variable`` name. Raises ContentError."""
    variable, text = table.text("variable", "x"), table.text("function")
    try:
        function = parse_scalar(text, (variable,))
        return Curve(variable, function, derivative(function, variable))
    except UnreadableMaths as error:
        what = f"In {table.what}, function {text!r} cannot be read: {error}"
        raise table.complain(what, error.remedy) from None
