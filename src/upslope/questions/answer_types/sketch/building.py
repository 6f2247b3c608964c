"""Builds a part that is answered by drawing: an author's functions become points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Unpack

from upslope.maths import Expression, UnreadableMaths, parse_scalar
from upslope.questions.answer_types.sketch.drawn_curve import Frame, read_curve
from upslope.questions.answer_types.sketch.points import as_pieces, is_points, write_points
from upslope.questions.answer_types.sketch.verdicts import JUDGES
from upslope.questions.parts import Shared, make_part, without_own
from upslope.questions.plot import Plot, curve
from upslope.questions.score import NotGradable
from upslope.questions.variant import Part

Drawable = Expression | str | Iterable[Iterable[Sequence[float]]]
"""A function, its text, points as text, or lists of points."""

FEATURES = ("sign", "zeros", "turning points", "direction", "asymptotes")


class Settings(Shared, total=False):
    """What a sketch may have besides its window.

    Attributes:
        interval: the stretch of ``variable`` on which a curve is asked for; the whole window unless said.
        variable: ``x`` unless said.
        axes: the names of the two axes, as plain text; the variable and ``y`` unless said.
        features: what earns marks: ``sign``, ``zeros``, ``turning points``, ``direction``, ``asymptotes``,
            ``ends``, ``heights``; the first five unless said.
        clues: a sentence of yours for a feature, said after ours when it is not right yet.
        above: a picture above the window, with the same left and right: the function whose slope is drawn.
        behind: a picture in the window itself, behind the learner's curve.
    """

    interval: Sequence[float]
    variable: str
    axes: tuple[str, str]
    features: Sequence[str]
    clues: Mapping[str, str]
    above: Plot | None
    behind: Plot | None


def sketch_part(name: str, answer: Drawable, *, view: Sequence[float], **settings: Unpack[Settings]) -> Part:
    """Return a part answered by drawing a curve in the window ``view`` (left, right, bottom, top).

    A misconception's ``wrong`` may be given in the same ways as ``answer``. Raises ValueError when a curve
    cannot be drawn in the window, leaves a stretch of the interval empty, or shows none of the features.
    """
    above, behind = settings.pop("above", None), settings.pop("behind", None)
    if above and behind:
        raise ValueError(f"Part {name!r} has a picture above the window and one behind. Give one of them.")
    plot = above or behind
    features, clues = settings.pop("features", FEATURES), settings.pop("clues", {})
    _check_features(name, (*features, *clues))
    variable = settings.pop("variable", "x")
    frame = _frame(name, variable, view, settings.pop("interval", view[:2]))
    _check_above(name, above, frame)
    text = _points(answer, frame)
    key = {
        "answer": text,
        "view": list(frame.view),
        "interval": [frame.start, frame.end],
        "variable": variable,
        "axes": list(settings.pop("axes", (variable, "y"))),
        "features": list(features),
        "clues": dict(clues),
        "plot": plot.to_json() if plot else None,
        "place": "above" if above else "behind",
    }
    right = read_curve(text, frame)
    if isinstance(right, NotGradable) or not any(JUDGES[feature](right, right) for feature in features):
        raise ValueError(f"The curve of part {name!r} shows none of: {', '.join(features)}. Ask for another.")
    settings["misconceptions"] = tuple(
        replace(mistake, wrong=_points(mistake.wrong, frame))
        for mistake in settings.get("misconceptions", ())
    )
    return make_part(name, "sketch", key, without_own(settings, Settings))


def part_from_table(name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
    """Return the part of a table, in which the pictures are tables with a ``function``, ``view`` and ``alt``.

    Raises ValueError.
    """
    rest = dict(settings)
    for place in ("above", "behind"):
        if place in rest:
            rest[place] = _picture(rest[place], rest.get("variable", "x"))
    return sketch_part(name, answer, **rest)


def _frame(name: str, variable: str, view: Sequence[float], interval: Sequence[float]) -> Frame:
    left, right, bottom, top = (float(edge) for edge in view)
    start, end = (float(end) for end in interval)
    if not (left < right and bottom < top):
        raise ValueError(f"The view of part {name!r} is {list(view)}; write left, right, bottom, top.")
    if not left <= start < end <= right:
        raise ValueError(f"The interval of part {name!r} is {list(interval)}; it must lie in the window.")
    return Frame(variable, (left, right, bottom, top), start, end)


def _check_above(name: str, above: Plot | None, frame: Frame) -> None:
    left, right = frame.view[:2]
    if above is not None and tuple(above.view[:2]) != (left, right):
        raise ValueError(
            f"The picture above part {name!r} goes from {above.view[0]:g} to {above.view[1]:g}, "
            f"and the window from {left:g} to {right:g}. They share one x axis: make them the same."
        )


def _check_features(name: str, features: Iterable[str]) -> None:
    unknown = next((feature for feature in features if feature not in JUDGES), None)
    if unknown is not None:
        raise ValueError(f"Part {name!r} names the feature {unknown!r}. There are: {', '.join(JUDGES)}.")


def _points(answer: Drawable, frame: Frame) -> str:
    """Return an author's curve as text. Raises ValueError when it cannot be marked as an answer."""
    if isinstance(answer, str) and is_points(answer):
        text = answer
    elif isinstance(answer, str | Expression):
        function = _function(answer, frame.variable) if isinstance(answer, str) else answer
        window = (frame.start, frame.end, *frame.view[2:])
        text = write_points(curve(function, window, frame.variable).pieces, frame.view)
    else:
        text = write_points(as_pieces(answer), frame.view)
    drawn = read_curve(text, frame)
    if isinstance(drawn, NotGradable):
        raise ValueError(
            f"The curve {str(answer)[:60]!r} cannot be drawn here: {drawn.message} {drawn.remedy}"
        )
    return text


def _function(text: str, variable: str) -> Expression:
    try:
        return parse_scalar(text, (variable,))
    except UnreadableMaths as error:
        raise ValueError(f"The function {text!r} cannot be read: {error.message} {error.remedy}") from error


def _picture(table: Mapping[str, Any], variable: str) -> Plot:
    left, right, bottom, top = table["view"]
    view = (left, right, bottom, top)
    drawn = curve(_function(table["function"], variable), view, variable)
    return Plot(view, table["alt"], curves=(drawn,), axes=(variable, "y"))
