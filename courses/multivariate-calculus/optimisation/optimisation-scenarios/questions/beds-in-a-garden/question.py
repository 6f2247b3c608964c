"""Two kinds of beds and room for some: the limit binds, or it does not matter."""

import numpy as np

from upslope.maths import Expression, lagrange_multipliers, parse, tidy
from upslope.questions import Curve, Dot, Draw, Misconception, Part, Plot, choice_part, contours

TOOLS = {"algebra": "Algebra", "newton": "Newton–Raphson", "descent": "Gradient descent"}
TOOLS |= {"lagrange": "Lagrange multipliers", "differences": "Finite differences", "grid": "Grid search"}
REASONS = {
    "lagrange": "Her free choice does not fit. The hedge decides, and a multiplier prices more room.",
    "algebra": "Her free choice fits. So two linear equations give the answer.",
    "hills": "The earnings have several hilltops, and the best one has to be looked for.",
    "measured": "What she earns can only be found out by planting.",
}
SAME = (
    ("a-step-that-is-the-algebra", "One step of it does here what two linear equations do.", "newton"),
    ("digits-by-steps", "Both slopes are lines: two equations give what steps creep up to.", "descent"),
    ("grid-where-a-formula-is", "What you can differentiate need not be tried out bed by bed.", "grid"),
    ("slopes-felt-twice", "Why feel for a slope that can be written down?", "differences"),
)
OTHER = {
    "lagrange": (
        "hedge-left-out",
        "That is her free choice. Count the beds it needs: too many.",
        "algebra",
    ),
    "algebra": (
        "idle-hedge-made-binding",
        "A limit that is not reached ties nothing. She earns more with some room left empty.",
        "lagrange",
    ),
}
WRONG_REASON = {
    "lagrange": ("free-choice-not-counted", "Work out her free choice and count its beds.", "algebra"),
    "algebra": (
        "room-not-compared",
        "Work out her free choice and compare it with the room there is.",
        "lagrange",
    ),
}
PLANTED = (
    "formula-overlooked",
    "What she earns is written down: nobody has to plant to know it.",
    "measured",
)
HILLS = ("squares-with-many-tops", "Each letter has one square with a minus: one top, and no other.", "hills")


def generate(rng: np.random.Generator) -> Draw:
    """Return earnings with a top at whole beds, and room for two to four beds fewer, or for some more."""
    x, y = (int(n) for n in rng.choice(np.arange(3, 9), 2, replace=False))
    spare = int(rng.choice([-4, -2, 1, 2, 3]))
    right, room = ("lagrange" if spare < 0 else "algebra"), x + y + spare
    f = tidy(parse(f"{2 * x}x - x^2 + {2 * y}y - y^2", ("x", "y")))
    values = {"f": f, "room": room, "along_x": f"{2 * x} - 2x", "along_y": f"{2 * y} - 2y"}
    fence = parse(f"x + y - {room}", ("x", "y"))
    if right == "lagrange":
        values["worked"] = lagrange_multipliers(f, fence, ("x", "y"))
    else:
        first, second = (
            rf"{2 * n} - 2{name} = 0 \;\Rightarrow\; {name} = {n}"
            for name, n in zip("xy", (x, y), strict=True)
        )
        values["worked"] = rf"$${{{first}}} \qquad\allowbreak {{{second}}}$$"
    values["picture"] = _picture(f, (x, y), room)
    return Draw({**values, **_words(right, x, y, room)}, _parts(rng, right))


def _words(right: str, x: int, y: int, room: int) -> dict[str, str]:
    """Say what the right tool finds and what the tempting one does, on these numbers."""
    over, top = x + y - room, x * x + y * y
    free = f"Free, she would plant ${x}$ and ${y}$: ${x + y}$ beds"
    if right == "lagrange":
        verdict = f"**Lagrange.** {free}, and there are only ${room}$. So the best place lies on the hedge."
        price = rf"Her $\lambda = {over}$ is what the next bit of room brings, in coins a bed."
        cut = f"Plain algebra says ${x}$ and ${y}$ and earns ${top}$, with ${over}$ beds too many."
        return {"verdict": verdict, "tempted": f"{price} So a small strip that costs less pays.\n\n{cut}"}
    verdict = (
        f"**Algebra.** {free}, and there are ${room}$. The hedge changes nothing: set both slopes to zero."
    )
    earns = f"{top - over * over / 2:g}"
    filled = rf"${x - over / 2:g}$ and ${y - over / 2:g}$"
    forced = f"Lagrange fills every bed: {filled}. That is ${-over}$ too many, and earns ${earns}$"
    return {
        "verdict": verdict,
        "tempted": f"{forced} in place of ${top}$. More room is worth nothing to her.",
    }


def _picture(f: Expression, best: tuple[int, int], room: int) -> Plot:
    view = (0.0, 11.0, 0.0, 11.0)
    top = best[0] ** 2 + best[1] ** 2
    hedge = Curve((((0.0, float(room)), (float(room), 0.0)),), "error", True, "hedge")
    over = max(0, sum(best) - room) / 2
    dots = [Dot((float(best[0]), float(best[1])), "step", "free")]
    if over:
        dots.append(Dot((best[0] - over, best[1] - over), "y", "fits"))
    alt = f"Rings round {best[0]} and {best[1]}, and the hedge, a line where x and y add up to {room}."
    return Plot(
        view,
        alt,
        (hedge,),
        contours(f, view, [top - 16, top - 8, top - 4, top - 1]),
        tuple(dots),
        axes=("x", "y"),
    )


def _parts(rng: np.random.Generator, right: str) -> tuple[Part, Part]:
    def options(texts: dict[str, str]) -> list[dict[str, str]]:
        return [{"id": str(one), "text": texts[str(one)]} for one in rng.permutation(list(texts))]

    slips = tuple(Misconception(*slip) for slip in (OTHER[right], *SAME))
    reasons = (Misconception(*WRONG_REASON[right]), Misconception(*HILLS), Misconception(*PLANTED))
    method = choice_part("method", options(TOOLS), right, label="Your tool:", misconceptions=slips)
    return method, choice_part("reason", options(REASONS), right, label="Why?", misconceptions=reasons)
