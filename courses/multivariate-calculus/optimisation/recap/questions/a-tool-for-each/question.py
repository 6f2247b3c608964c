"""Four tasks and the tools for them, out of five."""

import numpy as np

from upslope.questions import Draw, Misconception, matching_part

TOOLS = {
    "fence": "Lagrange multipliers",
    "many": "gradient descent",
    "digits": "Newton–Raphson",
    "looks": "finite differences",
    "hollows": "a grid search",
}
TASKS = {
    "fence": ("the largest box from {n} square metres of card", "the cheapest mix that gives {n} kilograms"),
    "many": ("train a network with {n} million weights", "tune {n} million dials, with backpropagation"),
    "digits": ("find where ${n}x = \\cos x$, to ten digits", "solve $x^5 + {n}x = 1$, to ten digits"),
    "looks": ("make an oven with {n} dials bake well", "set the {n} screws of a violin by ear"),
    "hollows": (
        "find the deepest of many hollows on {n} metres",
        "find the lowest of many dips in {n} seconds",
    ),
}
FENCE = "Set all slopes to zero, and you forget the equation that must hold: that one is a fence."
BENDS = "Tangents want bends. Count them where the dials are many."


def generate(rng: np.random.Generator) -> Draw:
    """Return a fence, many dials, a root to ten digits, and one of the two other tasks."""
    names = ["fence", "many", "digits", str(rng.choice(["looks", "hollows"]))]
    mixed = [str(name) for name in rng.permutation(names)]
    tasks = {
        name: TASKS[name][int(rng.integers(2))].replace("{n}", str(rng.integers(2, 10))) for name in names
    }
    part = matching_part(
        "tools",
        [{"id": name, "text": tasks[name]} for name in mixed],
        [{"id": str(name), "text": TOOLS[str(name)]} for name in rng.permutation(list(TOOLS))],
        {name: name for name in names},
        words=("task", "tool"),
        misconceptions=(
            Misconception("fence-overlooked", FENCE, "fence: digits"),
            Misconception("bends-of-many-dials", BENDS, "many: digits"),
        ),
    )
    start = f"“{tasks['many']}”: slopes only, so {TOOLS['many']}."
    pairs = "; ".join(f"{tasks[name]}: {TOOLS[name]}" for name in mixed)
    return Draw({"start": start, "pairs": pairs}, (part,))
