"""Something placed on a picture. The answer is its points, ``x y; x y; …``, in the order they are placed."""

from collections.abc import Mapping
from itertools import cycle, islice, permutations, product
from typing import Any

from upslope.questions.answer_types.place.places import (
    Places,
    is_inside,
    place_latex,
    places_text,
    read_places,
)
from upslope.questions.answer_types.place.things import THINGS
from upslope.questions.plot_table import plot_from_table
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Part


class PlaceAnswer:
    """Key: ``answer`` (points), ``thing``, ``plot``, ``count``, ``start``, the thing's ``rules``."""

    name = "place"
    is_typed = False

    def parse(self, text: str, key: Key) -> Places | NotGradable:
        """Return the points: as many as are asked for, all of them inside the picture."""
        places = read_places(text)
        if isinstance(places, NotGradable):
            return places
        least, most = key["count"]
        if not least <= len(places) <= most:
            wanted = f"{least}" if least == most else f"{least} to {most}"
            return NotGradable(
                f"{_points(len(places))} placed so far; {wanted} {'is' if wanted == '1' else 'are'} needed.",
                "Place what is missing." if len(places) < least else "Take away what is too much.",
            )
        view = key["plot"]["view"]
        for place in places:
            if not is_inside(place, view):
                left, right, bottom, top = (f"{edge:g}" for edge in view)
                return NotGradable(
                    f"The point ({place[0]:g}, {place[1]:g}) lies outside the picture.",
                    f"It runs from {left} to {right} and, upwards, from {bottom} to {top}.",
                )
        return places

    def score(self, value: Places, key: Key) -> Score | NotGradable:
        """Score as the thing is judged."""
        right = read_places(key["answer"])
        return right if isinstance(right, NotGradable) else THINGS[key["thing"]].score(value, right, key)

    def show(self, value: Places, key: Key) -> str:
        """Return the points, the fixed start before them."""
        start = [(key["start"][0], key["start"][1])] if key["start"] else []
        return THINGS[key["thing"]].joint.join(place_latex(place) for place in (*start, *value))

    def model_answer(self, key: Key) -> str:
        """Return the key's own points."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the picture's window, what is placed on it, from where, and how many points that takes."""
        return {"view": key["plot"]["view"], **{name: key[name] for name in ("thing", "start", "count")}}

    def samples(self, key: Key) -> Samples:
        """Return the key, points in the picture's corners that are not right, and a word."""
        left, right, bottom, top = key["plot"]["view"]
        for corners in permutations(product((left, right), (bottom, top)), 2):
            places = tuple(islice(cycle(corners), key["count"][1]))
            outcome = self.score(places, key)
            if isinstance(outcome, Score) and not outcome.is_right:
                break
        return Samples(key["answer"], places_text(places), "over there")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table: ``thing``, and what its builder takes."""
        rest = dict(settings)
        thing = THINGS.get(rest.pop("thing"))
        if thing is None:
            raise ValueError(f"This cannot be placed. There are: {', '.join(THINGS)}.")
        plot = plot_from_table(rest.pop("plot"))
        return thing.part(name, plot=plot, **{thing.answer: answer}, **rest)


def _points(count: int) -> str:
    return "1 point is" if count == 1 else f"{count} points are"


ANSWER_TYPE = PlaceAnswer()
