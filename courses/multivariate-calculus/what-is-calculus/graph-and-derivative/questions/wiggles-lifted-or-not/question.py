"""A wave, the same wave lifted, and a wave along a ramp: which slopes belong to them."""

import math

import numpy as np

from upslope.maths import Expression, derivative, evaluate, number, parse
from upslope.questions import Draw, Misconception, matching_part, plot_of

VIEW = (-4, 4, -4, 4)
LIFTED = (
    "You lifted the slope along with the curve. A curve that is lifted is as steep as before at every "
    "place: its slope graph stays where it is."
)
AGAIN = (
    "That is the wave once more. Look at its tops: there the curve is high and level, so its slope graph "
    "should be on the axis there."
)
RAMP = (
    "A wave along a ramp has a slope of its own at every place *plus* the slope of the ramp. So its slope "
    "graph is moved up or down, by as much as the ramp climbs or falls."
)
WAVES = {
    "sine": ("sin(x)", "a wave that climbs through 0"),
    "cosine": ("cos(x)", "a wave with a top at 0"),
    "minus sine": ("-sin(x)", "a wave that falls through 0"),
    "minus cosine": ("-cos(x)", "a wave with a bottom at 0"),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return three curves from one wave, and five slope graphs, two of which nobody needs."""
    text, words = WAVES[str(rng.choice(list(WAVES)))]
    lift, ramp = int(rng.choice([-2, 2])), int(rng.choice([-1, 1]))
    wave = parse(text)
    slope = derivative(wave)
    curves = {
        "wave": (wave, f"{words[0].upper()}{words[1:]}, as far above the axis as below."),
        "lifted": (wave + number(lift), f"The same wave, moved {'up' if lift > 0 else 'down'} by 2."),
        "ramp": (
            wave + number(ramp) * parse("x"),
            f"A wave along a line that {_goes(ramp)}, level at some places.",
        ),
    }
    graphs = {
        "slope": (slope, _seen(slope, 0)),
        "moved": (slope + number(lift), _seen(slope + number(lift), lift)),
        "ramped": (slope + number(ramp), _seen(slope + number(ramp), ramp)),
        "itself": (wave, _seen(wave, 0)),
        "upside": (-slope, _seen(-slope, 0)),
    }
    part = matching_part(
        "slopes",
        _options(rng, curves, "y"),
        _options(rng, graphs, "slope"),
        {"wave": "slope", "lifted": "slope", "ramp": "ramped"},
        reuse=True,
        words=("curve", "graph"),
        misconceptions=(
            Misconception("lift-moves-the-slope", LIFTED, "lifted: moved"),
            Misconception("function-itself", AGAIN, "wave: itself"),
            Misconception("slope-of-the-ramp-forgotten", RAMP, "ramp: slope"),
        ),
    )
    return Draw({"nudge": _nudge(ramp), "reasons": _reasons(ramp)}, (part,))


def _options(
    rng: np.random.Generator, pictures: dict[str, tuple[Expression, str]], role: str
) -> list[dict[str, object]]:
    names = [str(name) for name in rng.permutation(list(pictures))]
    return [
        {"id": name, "plot": plot_of(pictures[name][0], VIEW, pictures[name][1], role=role)} for name in names
    ]


def _goes(ramp: int) -> str:
    return "climbs" if ramp > 0 else "falls"


def _seen(wave: Expression, middle: int) -> str:
    first, later = (round(evaluate(wave, {"x": x})) + 0 for x in (0.0, math.pi / 2))
    return f"A wave around the height {middle}: {first} at x = 0, and {later} at x = 1.57."


def _nudge(ramp: int) -> str:
    return (
        f"The line along which one wave runs {_goes(ramp)} by 1 for every step to the right. That is added "
        "to the wave's own slope, everywhere."
    )


def _reasons(ramp: int) -> str:
    return (
        "The wave and its lifted copy are level at the same places and equally steep everywhere. So both "
        "have the same slope graph: a wave around the axis, zero under each top and each bottom.\n\n"
        f"The third curve runs along a line that {_goes(ramp)} by 1 for every step to the right. Its slope "
        f"is the wave's slope with ${'+' if ramp > 0 else '-'}1$ added. It only touches the axis."
    )
