"""``expression-tree``: an expression that opens level by level, and is put together again as its slope."""

from collections.abc import Iterator
from dataclasses import replace

from upslope.course.figures.scene.conditions import Comparison
from upslope.course.figures.scene.expression_parts import Part, take_apart
from upslope.course.figures.scene.functions import clamped
from upslope.course.figures.scene.letters import PRIME, in_letters
from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.primitives import Line, Look, Primitive, Text
from upslope.maths import Expression, MathsError, number, symbol

ALMOST = 0.7
"""A level counts as reached when this much of the way to it is done."""

BELOW, ABOVE = 0.46, 0.24
"""Where a line begins below a part, and how far above the next it ends: a level is 1 high."""

RULE_DOWN, SLOPE_DOWN = 25, 31
"""Pixels from the line of a part down to its rule, and to its slope."""

RULES = ("sum", "constant multiple", "product", "quotient", "power", "chain")


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the tree ``of`` an expression, open down to ``level``.

    A part that was taken apart at level n stands at y = -n; the last parts stand at x = 0, 1, 2 … With d the
    deepest level, level d + 1 shows every rule; after that slopes are worked from below, up to level 2 d + 2.
    ``names`` are letters for the parts, level by level. Raises ContentError.
    """
    mark.in_plane()
    parts, level, look = _parts(mark), mark.formula("level"), mark.look()
    deepest = max(part.depth for part in parts)
    lines = (_branch(part, parts, level, look) for part in parts if part.parent >= 0)
    words = (text for part in parts for text in _words(part, deepest, level, look))
    return *lines, *words


def _parts(mark: Mark) -> tuple[Part, ...]:
    letter = mark.table.text("variable", "x")
    inside, (inner,) = mark.running(letter)
    expression = inside.formula("of")
    others = expression.variables - {inner}
    if others or inner not in expression.variables:
        there = ", ".join(sorted(others)) or "no letter at all"
        raise mark.table.complain(
            f"In {mark.table.what}, of holds {there}; the tree is one of {letter} alone.",
            f"Write an expression of {letter}, with numbers.",
        )
    try:
        return take_apart(
            expression.substitute({inner: symbol(letter)}), letter, mark.table.texts("names", ())
        )
    except MathsError as error:
        raise mark.table.complain(f"In {mark.table.what}, {error.message}", error.remedy) from None


def _branch(part: Part, parts: tuple[Part, ...], level: Expression, look: Look) -> Line:
    """Return the line to a part; it grows while its level is being opened."""
    above = parts[part.parent]
    grown = clamped(level - (part.depth - 1))
    across = number(above.across) + grown * (part.across - above.across)
    down = number(-above.depth - BELOW) - grown * (1 - BELOW - ABOVE)
    drawn = replace(look, role="muted", style="thin", when=(*look.when, _over(level, part.depth - 1)))
    return Line(drawn, ((number(above.across), number(-above.depth - BELOW)), (across, down)))


def _words(part: Part, deepest: int, level: Expression, look: Look) -> Iterator[Text]:
    """Return the part as it stands, the part in letters, its rule, and its slope: each for its levels."""
    seen, opened, back = part.depth - 1 + ALMOST, part.depth + ALMOST, 2 * deepest - part.depth + 1 + ALMOST
    at = number(part.across), number(-part.depth)
    own = replace(look, part=part.name)

    def text(words: str, after: float, before: float, role: str, down: float) -> Text:
        during = (*look.when, _over(level, after), Comparison(level, "<=", number(before)))
        is_rule = role == "muted"
        return Text(replace(own, role=role, when=during), at, (words,), dy=down, letters=not is_rule)

    yield text(f"{part.name} = {in_letters(part.whole)}", seen, opened, "ink", 6)
    yield text(f"{part.name} = {in_letters(part.form)}", opened, 99, "ink", 6)
    yield text(_rule(part), opened, back, "muted", RULE_DOWN)
    yield text(f"{part.name}^{{{PRIME}}} = {in_letters(part.slope)}", back, 99, "slope", SLOPE_DOWN)


def _rule(part: Part) -> str:
    return f"{part.rule} rule" if part.rule in RULES else part.rule


def _over(level: Expression, low: float) -> Comparison:
    return Comparison(level, ">", number(low))
