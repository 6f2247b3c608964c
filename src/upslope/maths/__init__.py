"""The maths core: expressions, worked derivations, and whether two expressions are the same function."""

from upslope.maths.derivation import Derivation, Step
from upslope.maths.differentiation import derivative, differentiate
from upslope.maths.equality import Comparison, compare
from upslope.maths.errors import MathsError, UnreadableMaths
from upslope.maths.evaluation import evaluate, to_numpy
from upslope.maths.expression import Expression, number, symbol
from upslope.maths.first_principles import first_principles
from upslope.maths.json_tree import to_json
from upslope.maths.parser import parse
from upslope.maths.printing import to_latex, to_text
from upslope.maths.slope_between import slope_between
from upslope.maths.tidy import tidy

__all__ = [
    "Comparison",
    "Derivation",
    "Expression",
    "MathsError",
    "Step",
    "UnreadableMaths",
    "compare",
    "derivative",
    "differentiate",
    "evaluate",
    "first_principles",
    "number",
    "parse",
    "slope_between",
    "symbol",
    "tidy",
    "to_json",
    "to_latex",
    "to_numpy",
    "to_text",
]
