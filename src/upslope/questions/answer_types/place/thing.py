"""What can be placed: the interface of a thing, and the part that every thing is made into."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from upslope.questions.answer_types.place.places import Places, is_inside, places_text, read_places
from upslope.questions.parts import Shared, make_part
from upslope.questions.plot import Dot, Plot, Role
from upslope.questions.registry import Key
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Part

START_ROLE: Role = "step"


@dataclass(frozen=True)
class Thing:
    """One kind of thing. ``score`` gets a learner's points and the right ones.

    ``joint`` is the LaTeX between two points. ``part`` is the builder; an author's table is handed to it as
    keywords, its answer under the name ``answer``.
    """

    score: Callable[[Places, Places, Key], Score | NotGradable]
    joint: str
    part: Callable[..., Part]
    answer: str


@dataclass(frozen=True)
class Placing:
    """What the key of every thing holds: the picture, a fixed first point if there is one, its own rules."""

    thing: str
    plot: Plot
    start: Sequence[float]
    rules: Mapping[str, Any]


def from_reasons(reasons: tuple[Reason, ...]) -> Score:
    """Return the share of the reasons that are earned; a right answer needs none of them said."""
    earned = sum(reason.earned for reason in reasons) / len(reasons)
    return Score(earned, reasons if earned < 1 else ())


def thing_part(
    name: str, placing: Placing, answer: Sequence[Sequence[float]], shared: Shared, most: int | None = None
) -> Part:
    """Return the part; ``most`` is how many points may be placed where that is not the answer's own number.

    Raises ValueError for an answer, a start or a misconception's answer that leaves the picture.
    """
    key = {
        "answer": places_text(answer),
        "thing": placing.thing,
        "plot": _with_start(placing).to_json(),
        "count": [len(answer) if most is None else 1, most or len(answer)],
        "start": [float(number) for number in placing.start],
        "rules": dict(placing.rules),
    }
    _check_inside(name, [*answer, *([placing.start] if placing.start else [])], placing.plot)
    for mistake in shared.get("misconceptions", ()):
        places = read_places(mistake.wrong)
        if isinstance(places, NotGradable):
            raise ValueError(
                f"The answer of misconception {mistake.code!r}: {places.message} {places.remedy}"
            )
        _check_inside(mistake.code, places, placing.plot)
    return make_part(name, "place", key, shared)


def _with_start(placing: Placing) -> Plot:
    """Return the picture with a dot where the learner has to begin."""
    if not placing.start:
        return placing.plot
    start = Dot((float(placing.start[0]), float(placing.start[1])), START_ROLE)
    return replace(placing.plot, dots=(*placing.plot.dots, start))


def _check_inside(name: str, places: Sequence[Sequence[float]], plot: Plot) -> None:
    for x, y in places:
        if not is_inside((x, y), plot.view):
            raise ValueError(
                f"{name!r} has the point ({x:g}, {y:g}), outside the picture {plot.view}. "
                "Widen the view, or draw smaller numbers."
            )
