"""Mistakes with df/dt along a path; ``path`` maps each moving variable to what it is at the time ``t``."""

from collections.abc import Mapping

from upslope.maths import Expression, derivative, number
from upslope.questions.variant import Misconception


def branch_forgotten(
    f: Expression, path: Mapping[str, Expression], branch: str, t: str = "t"
) -> Misconception:
    """Σ ∂f/∂v·dv/dt without the variable ``branch``."""
    kept = [derivative(f, v) * derivative(way, t) for v, way in path.items() if v != branch]
    return Misconception(
        "branch-forgotten",
        "Every variable that moves adds its share, and one of them is missing. Draw what depends on what: "
        "each branch gives a term.",
        _on_the_path(kept, path),
    )


def rates_forgotten(f: Expression, path: Mapping[str, Expression]) -> Misconception:
    """Σ ∂f/∂v."""
    return Misconception(
        "rates-forgotten",
        "You added the slopes in each direction. How much a slope matters depends on how fast you walk "
        "that way: multiply each by the speed of its variable.",
        _on_the_path([derivative(f, v) for v in path], path),
    )


def slopes_forgotten(path: Mapping[str, Expression], t: str = "t") -> Misconception:
    """Σ dv/dt."""
    return Misconception(
        "slopes-forgotten",
        "You added how fast the variables move. How much that matters depends on how steep the function is "
        "that way: multiply each speed by its slope.",
        _on_the_path([derivative(way, t) for way in path.values()], path),
    )


def _on_the_path(shares: list[Expression], path: Mapping[str, Expression]) -> str:
    return str(sum(shares, number(0)).substitute(path))
