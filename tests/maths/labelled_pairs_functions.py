"""Functions of a first year of calculus, from which keys and answers are made."""

OUTER = (
    "sin x", "cos x", "tan x", "e^x", "ln x", "sqrt x", "x^2", "x^3", "1/x", "x^4 - 3x", "atan x", "sinh x",
    "cosh x", "tanh x", "2^x", "asin(x/4)", "1/(1+e^-x)", "x^(3/2)", "|x|",
)  # fmt: skip
INNER = (
    "x", "2x", "3x + 1", "x^2", "x^2 + 1", "1 - x", "x/2", "sin x", "e^x", "x^3 - x", "5 - 2x^2", "cos 2x",
    "x^2 + 3x + 2",
)  # fmt: skip
BESIDE = ("1", "x", "x^2", "3x - 2", "e^x", "sin x", "1/(x^2+1)", "cos 3x", "ln(x^2+1)", "5")

SEVERAL_LETTERS = (
    "x^2 y + 3x y^2", "sin(x y) + y", "e^(x y)(1 + x y)", "x/(x^2 + y^2)", "sqrt(x^2 + y^2)",
    "ln(x^2 + y^2 + 1)", "x^2 y z^3 - 4z", "(x + y)^2 cos(x - y)", "a x^2 + b x + c", "(x - a)^2/(2b^2)",
    "e^(-(x-a)^2/(2 b^2))",
    "2 pi r h + pi r^2", "y cos(x y) - z sin(x z)", "x y/(x + y)", "(a x + b)(c x - a)", "tanh(a x + b)",
    "(y - a x - b)^2", "-2x(y - a x - b)", "x e^(-x^2 - y^2)(1 - 2y)", "r cos(t) - r^2 sin(t)/3", "x^y + 1",
    "y x^(y-1)", "ln(x/y) + x", "(x^2 - y^2)/(x^2 + y^2 + 4)", "u v/w - w/(u v)", "1/(1 + e^(-(a x + b)))",
)  # fmt: skip
