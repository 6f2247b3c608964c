"""Millions of dials and cheap slopes, or two dials and looks that cost an hour."""

import numpy as np

from upslope.maths import (
    derivative,
    newton_raphson_system,
    parse,
    random_network,
    tidy,
    to_latex,
    to_numpy,
    train,
)
from upslope.questions import Curve, Draw, Misconception, Part, Plot, choice_part

TOOLS = {"algebra": "Algebra", "newton": "Newton–Raphson", "descent": "Gradient descent"}
TOOLS |= {"lagrange": "Lagrange multipliers", "differences": "Finite differences", "grid": "Grid search"}
REASONS = {
    "descent": "One pass gives all slopes, while the bends would fill more memory than there is.",
    "newton": "There are few bends, they are known, and with them few looks are enough.",
    "linear": "All slopes are linear in the dials, so paper is enough.",
    "wells": "There are few settings, so all of them can be looked at.",
}
SAME = (("grid-of-many-looks", "Ten settings a dial, in all combinations: count the looks.", "grid"),)
OTHER = {
    "descent": (
        ("hessian-too-large", "Its Hessian has weights times weights entries: count them.", "newton"),
        ("a-look-for-each-weight", "A look for every weight? One backward pass does it.", "differences"),
    ),
    "newton": (
        ("bends-known-and-unused", "It gets there, at an hour a step. The bends are known.", "descent"),
        ("slopes-felt-twice", "The slopes are given. To feel for them costs hours more.", "differences"),
    ),
}
WRONG_REASON = {
    "descent": ("bends-called-few", "Multiply the number of weights by itself.", "newton"),
    "newton": ("bends-called-many", "Two dials: how large is the Hessian?", "descent"),
}
LINEAR = ("curves-taken-for-lines", "That would need squares only. There is more in it.", "linear")


def generate(rng: np.random.Generator) -> Draw:
    """Return a large network, or the drag of a wing with two dials."""
    right = str(rng.choice(["descent", "newton"]))
    return Draw(_network(rng) if right == "descent" else _wing(rng), _parts(rng, right))


def _network(rng: np.random.Generator) -> dict[str, object]:
    """Say what each tool needs for millions of weights, and train a network that is small enough."""
    millions, tenths = int(rng.choice([2, 3, 5, 8, 20, 60])), int(rng.choice([2, 4, 6]))
    story = f"A network has {millions} million weights. Its slopes by backpropagation take 0.{tenths} s, "
    story += "the cost alone half as long. You want the cost small by tomorrow. Which tool?"
    days, bends = millions * 1e6 * (tenths // 2) / 10 / 86400, f"{millions**2} million million"
    rows = (
        f"| gradient descent | {millions} million slopes, in one pass: 0.{tenths} seconds |",
        f"| finite differences | {millions} million looks and one: {days:.1f} days |",
        f"| Newton–Raphson | {bends} bends: {8 * millions**2} terabytes, at 8 bytes each |",
    )
    hidden, x = int(rng.integers(3, 7)), np.linspace(0, 1, 8)[None, :]
    costs = train(random_network([1, hidden, 1], rng), x, 0.5 + 0.4 * np.sin(6 * x), 200, 3).costs
    verdict = "**Gradient descent.** One pass, all slopes, and nothing else is within reach."
    told = {"story": story, "n": f"{millions} million", "bends": bends, "verdict": verdict}
    tempted = f"These are 200 such steps with {hidden} hidden neurons: the cost goes from {costs[0]:.3f} to "
    tempted += f"{costs[200]:.3f}. There a Hessian would fit on a page. The number of dials decides."
    picture = _after_each_step("cost", {"cost": list(costs)})
    return {**told, "table": _table("one step needs", rows), "picture": picture, "tempted": tempted}


def _wing(rng: np.random.Generator) -> dict[str, object]:
    """Count the looks that tangents and plain steps need until six decimals stand."""
    a, b, c = (int(n) for n in rng.integers(1, 4, 3))
    f = tidy(parse(f"exp(x + y) + {a}x^2 + {b}y^2 - {c}x", ("x", "y")))
    story = (
        f"Two dials set the wing of a glider. A program works out the drag, ${to_latex(f)}$, with its slopes "
    )
    story += "and bends, and takes an hour for a look. You need six decimals. Which tool?"
    both = [derivative(f, name) for name in ("x", "y")]
    slopes, plain = [to_numpy(slope, ("x", "y")) for slope in both], [np.zeros(2)]
    for _ in range(400):
        plain.append(plain[-1] - 0.1 * np.array([slope(*plain[-1]) for slope in slopes]))
    ways = {"tangents": newton_raphson_system(both, ("x", "y"), (0.0, 0.0)).path, "plain": np.array(plain)}
    off = {name: np.linalg.norm(way - plain[-1], axis=1) for name, way in ways.items()}
    need = {name: int(np.argmax(gap < 5e-7)) for name, gap in off.items()}
    rows = f"| Newton–Raphson | {need['tangents']} |", f"| gradient descent, step 0.1 | {need['plain']} |"
    lines = {name: [max(0.0, -np.log10(g + 1e-9)) for g in gap[: need["plain"]]] for name, gap in off.items()}
    verdict = "**Newton–Raphson.** Two dials have four bends, and they are known. On this drag:"
    tempted = "The picture counts the right decimals after each look, for tangents and for plain steps."
    told = {"story": story, "n": "2", "bends": "4", "verdict": verdict, "tempted": tempted}
    picture = _after_each_step("decimals", lines)
    return {**told, "table": _table("steps until six decimals stand", rows), "picture": picture}


def _table(head: str, rows: tuple[str, ...]) -> str:
    return "\n".join([f"| tool | {head} |", "|---|---|", *rows])


def _after_each_step(what: str, lines: dict[str, list[float]]) -> Plot:
    longest, top = max(map(len, lines.values())), max(map(max, lines.values()))
    points = {name: tuple((float(n), float(v)) for n, v in enumerate(line)) for name, line in lines.items()}
    drawn = tuple(Curve((way,), "y", name == "plain", name) for name, way in points.items())
    ends = ", ".join(f"{name} from {line[0]:.2f} to {line[-1]:.2f}" for name, line in lines.items())
    view = (0.0, float(longest), 0.0, 1.1 * top)
    return Plot(view, f"After each step: {ends}.", drawn, axes=("step", what))


def _parts(rng: np.random.Generator, right: str) -> tuple[Part, Part]:
    def options(texts: dict[str, str]) -> list[dict[str, str]]:
        return [{"id": str(one), "text": texts[str(one)]} for one in rng.permutation(list(texts))]

    slips = tuple(Misconception(*slip) for slip in (*OTHER[right], *SAME))
    reasons = (Misconception(*WRONG_REASON[right]), Misconception(*LINEAR))
    method = choice_part("method", options(TOOLS), right, label="Your tool:", misconceptions=slips)
    return method, choice_part("reason", options(REASONS), right, label="Why?", misconceptions=reasons)
