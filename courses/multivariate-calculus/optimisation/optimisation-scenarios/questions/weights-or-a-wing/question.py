"""Thousands of dials and little memory, or two dials and looks that cost an hour."""

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
SLIPS = (
    ("descent", "hessian-too-large", "Its Hessian has weights times weights entries: count them.", "newton"),
    ("descent", "a-look-for-each-weight", "A look for every weight? One pass back does it.", "differences"),
    ("newton", "bends-known-and-unused", "It gets there, at an hour a step. The bends are known.", "descent"),
    ("newton", "slopes-felt-twice", "The slopes are given. Feeling for them costs hours.", "differences"),
    ("", "grid-of-many-looks", "Ten settings a dial, in all combinations: count the looks.", "grid"),
    ("", "equations-nobody-solves", "Set the slopes to zero, and try to get one letter alone.", "algebra"),
    ("", "fence-where-none-is", "Nothing ties the dials to one another: there is no fence.", "lagrange"),
)
WRONG_REASONS = (
    ("descent", "bends-called-few", "Multiply the number of weights by itself.", "newton"),
    ("newton", "bends-called-many", "Two dials: how large is the Hessian?", "descent"),
    ("", "curves-taken-for-lines", "That would need squares only. There is more in it.", "linear"),
    ("", "settings-called-few", "Ten places a dial, to six decimals or for every weight: count.", "wells"),
)
CHIP = """A hearing aid learns on its own chip, with 64 megabytes of memory. Its network has two layers of
{wide} neurons and {n} weights, and shall get eight test tones right. Backpropagation gives all slopes in
0.0{cents} s, the cost alone takes half as long. You want the cost small within a minute. Which tool?"""
GLIDER = """A glider’s wing has two dials. A program works out the drag, ${f}$, with its slopes and bends, and
takes an hour for a look. You need six decimals. Which tool?"""


def generate(rng: np.random.Generator) -> Draw:
    """Return a network on a small chip, or the drag of a wing with two dials."""
    right = str(rng.choice(["descent", "newton"]))
    return Draw(_network(rng) if right == "descent" else _wing(rng), _parts(rng, right))


def _network(rng: np.random.Generator) -> dict[str, object]:
    """Say what each tool needs for a network on a small chip, and train that very network."""
    wide, cents = int(rng.choice([60, 70, 80, 90, 100])), int(rng.choice([2, 4, 6]))
    n, x = wide**2 + 4 * wide + 1, np.linspace(0, 1, 8)[None, :]
    look, bends = (n + 1) * cents / 200, f"{n**2:,}"
    rows = (
        f"| gradient descent | {n:,} slopes, in one pass | {2 * cents} seconds |",
        f"| finite differences | {n + 1:,} looks: {look:.0f} seconds | {look / 18:.1f} hours |",
        f"| Newton–Raphson | {bends} bends: {8e-6 * n**2:.0f} megabytes | no room |",
    )
    start = random_network([1, wide, wide, 1], rng, ("tanh", "tanh", "logistic"))
    costs = list(train(start, x, 0.5 + 0.4 * np.sin(6 * x), 200, 0.5).costs)
    tempted = f"In 200 steps of size 0.5 its cost goes from {costs[0]:.3f} to {costs[-1]:.3f}."
    return {
        **{"story": CHIP.format(wide=wide, n=f"{n:,}", cents=cents), "n": f"{n:,}", "bends": bends},
        "verdict": "**Gradient descent.** One pass, all slopes, and nothing else is within reach.",
        "table": _table("one step needs | 200 steps take", rows),
        "picture": _after_each_step("cost", {"cost": costs}),
        "tempted": f"{tempted} Differences lead the same way, and are late by hours.",
    }


def _wing(rng: np.random.Generator) -> dict[str, object]:
    """Count the looks that tangents and plain steps need until six decimals stand."""
    a, b, c = (int(n) for n in rng.integers(1, 4, 3))
    f = tidy(parse(f"exp(x + y) + {a}x^2 + {b}y^2 - {c}x", ("x", "y")))
    both = [derivative(f, name) for name in ("x", "y")]
    slopes, plain = [to_numpy(slope, ("x", "y")) for slope in both], [np.zeros(2)]
    for _ in range(400):
        plain.append(plain[-1] - 0.1 * np.array([slope(*plain[-1]) for slope in slopes]))
    ways = {"tangents": newton_raphson_system(both, ("x", "y"), (0.0, 0.0)).path, "plain": np.array(plain)}
    off = {name: np.linalg.norm(way - plain[-1], axis=1) for name, way in ways.items()}
    need = {name: int(np.argmax(gap < 5e-7)) for name, gap in off.items()}
    rows = f"| Newton–Raphson | {need['tangents']} |", f"| gradient descent, step 0.1 | {need['plain']} |"
    lines = {name: [max(0.0, -np.log10(g + 1e-9)) for g in gap[: need["plain"]]] for name, gap in off.items()}
    place = " and ".join(f"{number:.3f}" for number in ways["tangents"][-1]).replace("-", "−")
    return {
        **{"story": GLIDER.format(f=to_latex(f)), "n": "2", "bends": "4"},
        "verdict": f"**Newton–Raphson.** Two dials have four bends. From 0 and 0 both ways lead to {place}:",
        "table": _table("steps until six decimals stand", rows),
        "picture": _after_each_step("decimals", lines),
        "tempted": "The picture counts the right decimals after each look, for tangents and for plain steps.",
    }


def _table(head: str, rows: tuple[str, ...]) -> str:
    return "\n".join([f"| tool | {head} |", "|---" * (2 + head.count("|")) + "|", *rows])


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

    def slips(some: tuple[tuple[str, ...], ...]) -> tuple[Misconception, ...]:
        return tuple(Misconception(*slip) for key, *slip in some if key in ("", right))

    method = choice_part("method", options(TOOLS), right, label="Your tool:", misconceptions=slips(SLIPS))
    reason = choice_part("reason", options(REASONS), right, label="Why?", misconceptions=slips(WRONG_REASONS))
    return method, reason
