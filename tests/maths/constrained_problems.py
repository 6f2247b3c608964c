"""Constrained problems with answers known from textbooks or a line of algebra."""

from dataclasses import dataclass

from upslope.maths import Expression, parse
from upslope.maths.expressions.statement import Equation

XY, XYZ = ("x", "y"), ("x", "y", "z")


@dataclass(frozen=True)
class Known:
    """``heights`` are the values of f at all its stationary points, as text, from the largest down."""

    f: str
    constraints: tuple[str, ...]
    heights: tuple[str, ...]
    variables: tuple[str, ...] = XY

    @property
    def trees(self) -> tuple[Expression, list[Expression], tuple[str, ...]]:
        return (
            parse(self.f, self.variables),
            [fence(text, self.variables) for text in self.constraints],
            self.variables,
        )

    def __str__(self) -> str:
        return f"{self.f} | {' & '.join(self.constraints)}"


def fence(text: str, variables: tuple[str, ...]) -> Expression:
    left, equals, right = text.partition("=")
    return Equation(parse(left, variables), parse(right, variables)) if equals else parse(left, variables)


KNOWN = [
    Known("x + y", ("x^2 + y^2 = 1",), ("sqrt(2)", "-sqrt(2)")),
    Known("3x - 4y", ("x^2 + y^2 = 1",), ("5", "-5")),
    Known("x y", ("x + y = 10",), ("25",)),
    Known("x y", ("x^2/8 + y^2/2 = 1",), ("2", "2", "-2", "-2")),
    Known("x^2 + y^2", ("x + 2y = 5",), ("5",)),
    Known("x^2 + y^2", ("y = x^2 - 2",), ("4", "7/4", "7/4")),
    Known("x^2 + (y-1)^2", ("x^2 = 4y",), ("1",)),
    Known("x^2 y", ("x^2 + y^2 = 3",), ("2", "2", "0", "0", "-2", "-2")),
    Known("x^2 + 2y^2", ("x^2 + y^2 = 1",), ("2", "2", "1", "1")),
    Known("x^3 + y^3", ("x^2 + y^2 = 1",), ("1", "1", "sqrt(2)/2", "-sqrt(2)/2", "-1", "-1")),
    Known("x^4 + y^4", ("x^2 + y^2 - 1",), ("1",) * 4 + ("1/2",) * 4),
    Known("x^2 + y^2", ("x y = 1",), ("2", "2")),
    Known("x + y", ("x y = 16",), ("8", "-8")),
    Known("x + y", ("x^2 + x y + y^2 = 3",), ("2", "-2")),
    Known("2x + 3y", ("sqrt(x) sqrt(y) = 6",), ("12sqrt(6)",)),
    Known("x^(1/3) y^(2/3)", ("x + y = 300",), ("100 * 4^(1/3)",)),
    Known("e^(x y)", ("x^3 + y^3 = 16",), ("e^4",)),
    Known("sqrt(x) + sqrt(y)", ("x + y = 1",), ("sqrt(2)",)),
    Known("-x ln(x) - y ln(y) - z ln(z)", ("x + y + z = 1",), ("ln(3)",), XYZ),
    Known("x y z", ("x + y + z = 10",), ("1000/27", "0", "0", "0"), XYZ),
    Known("x + 2y + 3z", ("x^2 + y^2 + z^2 = 14",), ("14", "-14"), XYZ),
    Known(
        "8x y z",
        ("x^2/4 + y^2/9 + z^2/16 = 1",),
        ("64sqrt(3)/3",) * 4 + ("0",) * 6 + ("-64sqrt(3)/3",) * 4,
        XYZ,
    ),
    Known("x y + 2x z + 2y z", ("x y z = 32",), ("48",), XYZ),
    Known("(x-1)^2 + (y-2)^2 + (z-2)^2", ("x + 2y + 2z = 0",), ("9",), XYZ),
    Known("x^2 + y^2 + z^2", ("x + y + z = 1", "x + 2y + 3z = 6"), ("25/3",), XYZ),
    Known("x + 2y + 3z", ("x - y + z = 1", "x^2 + y^2 = 1"), ("3 + sqrt(29)", "3 - sqrt(29)"), XYZ),
    Known("z", ("x^2 + y^2 = z^2", "x + y + 2z = 2"), ("2 + sqrt(2)", "2 - sqrt(2)"), XYZ),
    Known("x y", ("x^2 + y^2 = 1", "x + y + z = 1"), ("1/2", "1/2", "-1/2", "-1/2"), XYZ),
    Known("x + y", ("x^2 + y^2 = 1", "x = y"), ("sqrt(2)", "-sqrt(2)")),
]
