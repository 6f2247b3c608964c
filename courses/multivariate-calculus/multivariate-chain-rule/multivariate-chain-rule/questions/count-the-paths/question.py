"""Paths through a dependency graph that may hold a direct arrow and a variable behind another."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

Graph = dict[str, str]


def generate(rng: np.random.Generator) -> Draw:
    """Return f of x and y, perhaps z, perhaps t itself, where y may depend on x, and z on y."""
    y_on_x, y_on_t, has_z, direct = (bool(n) for n in rng.integers(0, 2, 4))
    a, b, c, d, p = (int(n) for n in rng.integers(2, 6, 5))
    y_on_t = y_on_t or not y_on_x
    before: Graph = {"x": "t", "y": "x" * y_on_x + "t" * y_on_t}
    formulas = {"x": f"{a}t" if p % 2 else f"t^{p}", "y": _y(y_on_x, y_on_t, b)}
    if has_z:
        before["z"] = str(rng.choice(["t", "y"]))
        formulas["z"] = f"{before['z']}^2 + {c}"
    terms = ["x y", *["z^2"] * has_z, *[f"{d}t"] * direct]
    before["f"] = "xy" + "z" * has_z + "t" * direct
    paths = _paths(before, "f")
    shown = [f"{name} &= {formula}" for name, formula in {"f": " + ".join(terms), **formulas}.items()]
    part = number_part(
        "paths",
        len(paths),
        label="Number of paths:",
        misconceptions=_mistakes(before),
    )
    listed = "\n".join(f"- ${path}$" for path in paths)
    system = r"\begin{aligned} " + r" \\ ".join(shown) + r" \end{aligned}"
    return Draw({"formulas": system, "paths": listed, "answer": len(paths)}, (distinct(part),))


def _y(on_x: bool, on_t: bool, b: int) -> str:
    if on_x and on_t:
        return f"{b}x + t^2"
    return f"x^2 + {b}" if on_x else f"t + {b}"


def _paths(before: Graph, end: str) -> list[str]:
    """Return every way from t to ``end``, as LaTeX."""
    if end == "t":
        return ["t"]
    return [rf"{path} \to {end}" for name in before[end] for path in _paths(before, name)]


def _mistakes(before: Graph) -> tuple[Misconception, ...]:
    return (
        Misconception(
            "counted-the-letters-between",
            "That is how many letters stand between $t$ and $f$. An arrow may lead past them, straight to "
            "the end, and several paths may run through one letter.",
            str(len(before) - 1),
        ),
        Misconception(
            "counted-the-arrows",
            "That is how many arrows there are. A path is made of one or more of them, from $t$ all the way "
            "to $f$. Put your finger on $t$ and walk.",
            str(sum(map(len, before.values()))),
        ),
        Misconception(
            "counted-the-last-arrows",
            "That is how many arrows end at $f$. Walk on backwards: a letter that is reached in two ways "
            "passes both on.",
            str(len(before["f"])),
        ),
    )
