"""The gradient of a function as an arrow and its tangent as a line, each with the mistakes people make."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import hypot
from typing import Unpack

from upslope.maths import Expression, derivative, evaluate
from upslope.questions.answer_types.place.places import Place, places_text
from upslope.questions.answer_types.place.thing import Placing, thing_part
from upslope.questions.answer_types.place.things.arrow import arrow_rules
from upslope.questions.answer_types.place.things.line import line_places, place_line_part
from upslope.questions.diagnosis import distinct
from upslope.questions.parts import Shared
from upslope.questions.plot import Plot
from upslope.questions.variant import Misconception, Part

ROOM = 0.9  # of the way to the nearest edge: an arrow so long fits in whichever direction it points
GRADIENT_WORDS = {
    "right": "It crosses the contour at a right angle, and points uphill.",
    "leaning": "It points uphill, but does not cross the contour at a right angle.",
    "across": "It runs along the contour, where the height stays the same.",
    "away": "It points downhill, and does not cross the contour at a right angle.",
    "opposite": "It crosses the contour at a right angle, but it points downhill.",
}


def place_gradient_part(
    name: str,
    plot: Plot,
    function: Expression,
    at: Sequence[float],
    *,
    degrees: float = 15,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered by drawing the direction of the gradient of ``function`` at the point ``at``.

    The function's variables are the plot's axes. The length does not count. After the author's misconceptions
    come ``gradient_mistakes`` where they can be told apart. Raises ValueError where the gradient is zero.
    """
    values = dict(zip(plot.axes, (float(number) for number in at), strict=True))
    slopes = [evaluate(derivative(function, variable), values) for variable in plot.axes]
    steepness = hypot(*slopes)
    if not steepness > 0:
        raise ValueError(f"The gradient at {tuple(at)} is zero or has no value, so no arrow shows it.")
    left, right, bottom, top = plot.view
    length = ROOM * min(at[0] - left, right - at[0], at[1] - bottom, top - at[1]) / steepness
    arrow = (slopes[0] * length, slopes[1] * length)
    tip = (at[0] + arrow[0], at[1] + arrow[1])
    placing = Placing("arrow", plot, at, arrow_rules(degrees, None, GRADIENT_WORDS))
    return _with_mistakes(thing_part(name, placing, [tip], shared), gradient_mistakes(at, arrow))


def gradient_mistakes(at: Sequence[float], arrow: Sequence[float]) -> tuple[Misconception, ...]:
    """Return what is often drawn for the gradient ``arrow``: downhill, along the contour, slopes swapped."""
    x, y = arrow
    along = (
        "Your arrow runs along the contour, where the height stays the same. "
        "The gradient crosses it at a right angle."
    )
    return (
        _arrow("gradient-downhill", "You have drawn the way down. The gradient points uphill.", at, (-x, -y)),
        _arrow("along-the-contour", along, at, (-y, x)),
        _arrow("along-the-contour-back", along, at, (y, -x)),
        _arrow(
            "slopes-swapped",
            "It looks as if the two slopes had changed places. The slope in the first variable goes to the "
            "right, the slope in the second goes up.",
            at,
            (y, x),
        ),
    )


def place_tangent_part(
    name: str, plot: Plot, function: Expression, at: float, *, degrees: float = 5, **shared: Unpack[Shared]
) -> Part:
    """Return a part answered by drawing the tangent of ``function`` (of the plot's first axis) at ``at``.

    After the author's misconceptions come ``tangent_mistakes``, as far as they fit into the picture and can
    be told apart. Raises ValueError when the curve at ``at`` lies outside the picture.
    """
    variable = plot.axes[0]
    through = (float(at), evaluate(function, {variable: float(at)}))
    slope = evaluate(derivative(function, variable), {variable: float(at)})
    part = place_line_part(name, plot, through, slope, degrees=degrees, **shared)
    return _with_mistakes(part, tangent_mistakes(plot, through, slope))


def tangent_mistakes(plot: Plot, through: Place, slope: float) -> tuple[Misconception, ...]:
    """Return what is often drawn for the tangent with ``slope``."""
    lines = (
        ("tangent-wrong-way", "Your line tilts the other way: does the curve rise or fall there?", -slope),
        ("level-line", "Your line is level, and the curve is not level there.", 0.0),
        (
            "height-for-slope",
            "You have taken the height of the curve for its slope. The slope is how much the height changes "
            "for one unit to the right.",
            through[1],
        ),
        (
            "half-as-steep",
            "Your line cuts through the curve instead of touching it: it is half as steep as it should be.",
            slope / 2,
        ),
        (
            "twice-as-steep",
            "Your line cuts through the curve instead of touching it: it is twice as steep as it should be.",
            slope * 2,
        ),
    )
    return tuple(
        Misconception(code, sentence, places_text(line_places(through, steepness, plot.view)))
        for code, sentence, steepness in lines
    )


def _arrow(code: str, sentence: str, start: Sequence[float], arrow: Place) -> Misconception:
    return Misconception(code, sentence, places_text([(start[0] + arrow[0], start[1] + arrow[1])]))


def _with_mistakes(part: Part, mistakes: Iterable[Misconception]) -> Part:
    return distinct(replace(part, misconceptions=(*part.misconceptions, *mistakes)))
