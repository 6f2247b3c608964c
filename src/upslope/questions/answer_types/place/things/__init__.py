"""The things that can be placed, by name: one file each."""

from upslope.questions.answer_types.place.thing import Thing
from upslope.questions.answer_types.place.things import arrow, line, path, points

THINGS: dict[str, Thing] = {
    "points": points.THING,
    "arrow": arrow.THING,
    "line": line.THING,
    "path": path.THING,
}
