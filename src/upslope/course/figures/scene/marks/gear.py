"""``gear``: toothed wheels in a row, each turned by the one before it."""

from dataclasses import replace
from math import pi

from upslope.course.figures.scene.functions import clamped
from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.marks.running import RUNNING
from upslope.course.figures.scene.primitives import ROLES, Curve, Dot, Line, Look, Point, Primitive
from upslope.maths import Expression, number, symbol
from upslope.maths.expressions.expression import Call, Constant

PI = Constant("pi")
SAMPLES = 720
HAND, HUB = number(0.74), number(4)
"""How far the painted hand reaches, as a part of the radius; the radius of the hub in pixels."""


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return wheels with the ``teeth`` listed; the first stands ``at`` a point and makes ``turn`` turns.

    Turns are counted clockwise. A wheel's radius is ``size`` (0.1) for each tooth. ``roles`` are the
    wheels' colours. A painted hand on each points upwards when nothing has been turned. Raises ContentError.
    """
    mark.in_plane()
    (x, y), size, first = mark.point("at", [0, 0]), mark.formula("size", 0.1), mark.formula("turn")
    teeth, look = _teeth(mark), mark.look(style="filled")
    looks = [replace(look, role=role) for role in _roles(mark, look.role, len(teeth))]
    turn, tooth = first, -2 * PI * first
    drawn: list[Primitive] = []
    for place, (count, own) in enumerate(zip(teeth, looks, strict=True)):
        if place:
            before = teeth[place - 1]
            # A tooth meets a gap: the wheel before shows a tooth where this one, half way round, has none.
            tooth, turn = PI + (PI - before * tooth) / count, -before * turn / count
            x = x + size * (before + count)
        drawn += _wheel(own, (x, y), count, size, (tooth, turn))
    return tuple(drawn)


def _teeth(mark: Mark) -> list[Expression]:
    given = mark.table.data["teeth"] if mark.table.has("teeth") else None
    if not isinstance(given, list) or not given:
        raise mark.table.complain(
            f"In {mark.table.what}, teeth is {given!r}.", 'List a number for each wheel: teeth = [24, "n"].'
        )
    return [mark.vocabulary.formula(each, mark.table, "teeth") for each in given]


def _roles(mark: Mark, usual: str, count: int) -> list[str]:
    roles = mark.table.data["roles"] if mark.table.has("roles") else [usual] * count
    if not isinstance(roles, list) or len(roles) != count or any(role not in ROLES for role in roles):
        raise mark.table.complain(
            f"In {mark.table.what}, roles is {roles!r}, and there are {count} wheels.",
            f"Name a colour for each, of: {', '.join(ROLES)}.",
        )
    return roles


def _wheel(
    look: Look, at: Point, teeth: Expression, size: Expression, angles: tuple[Expression, Expression]
) -> list[Primitive]:
    """Return rim, hand and hub; ``angles`` are that of one of the teeth, and the turns made."""
    (x, y), radius, angle = at, teeth * size, symbol(RUNNING)
    tooth, turn = angles
    # From -1 to 1 with slanting sides, a little less than half of it tooth; tips keep clear of the bottom.
    profile = 2 * clamped(Call("cos", teeth * (angle - tooth)) * 1.25 + 0.38) - 1
    rim = radius + size * (1.1 * profile - 0.12)
    hand = 2 * PI * turn
    tip = x + HAND * radius * Call("sin", hand), y + HAND * radius * Call("cos", hand)
    plain = replace(look, style="thick")
    # From below, so that while teeth are added the seam is not where wheels meet.
    ends = number(-pi / 2), number(3 * pi / 2)
    outline = x + rim * Call("cos", angle), y + rim * Call("sin", angle)
    return [
        Curve(look, RUNNING, outline, *ends, samples=SAMPLES),
        Line(plain, (at, tip)),
        Dot(plain, at, HUB),
    ]
