"""An expression taken apart is still the same expression, and its slope put together is its derivative."""

import re
from itertools import pairwise

import numpy as np
import pytest

from tests.course.figures.scenes import scene
from upslope.course.errors import ContentError
from upslope.course.figures.scene.expression_parts import Part, take_apart
from upslope.course.figures.scene.letters import GAP, PRIME, in_letters
from upslope.course.figures.scene.primitives import Line, Text
from upslope.course.figures.scene.still.text import text_svg
from upslope.maths import Expression, evaluate, parse_scalar
from upslope.maths.expressions.expression import Symbol

BEASTS = [
    "(x^2 + 1)^3 e^(sin(2 x))",
    "x^3 sin(2 x + 1)/(x^2 + 4)",
    "x sqrt(1 + cos(3 x))",
    "x^sin(x)",
    "x^2 + sin(3 x) - cos(x)^2",
    "1/sqrt(x^2 + 1)",
    "(x sin(x))^2",
    "2^(3 x)/ln(x + 1)",
    "-e^(-x^2/2)",
    "sin(x) cos(x) e^x",
    "x^2",
]


def parts(text: str) -> tuple[Part, ...]:
    return take_apart(parse_scalar(text, ("x",)), "x")


def put_together(found: tuple[Part, ...], x: float) -> tuple[float, float]:
    """Return value and slope of the whole, from the letters of the parts alone, the deepest first."""
    numbers: dict[str, float] = {"x": x}
    for part in reversed(found):
        value, slope = evaluate(part.form, numbers), evaluate(part.slope, numbers)
        numbers |= {part.name: float(value), part.name + PRIME: float(slope)}
    return numbers[found[0].name], numbers[found[0].name + PRIME]


@pytest.mark.parametrize("text", BEASTS)
def test_the_letters_lead_back_to_the_whole_and_to_its_derivative(text: str) -> None:
    whole = parse_scalar(text, ("x",))

    def f(x: float) -> float:
        return float(evaluate(whole, {"x": x}))

    for x in (0.4, 0.9, 1.3):
        value, slope = put_together(parts(text), x)
        assert value == pytest.approx(f(x))
        assert slope == pytest.approx((f(x + 1e-6) - f(x - 1e-6)) / 2e-6, rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("text", BEASTS)
def test_no_part_speaks_of_letters_that_stand_elsewhere(text: str) -> None:
    found = parts(text)
    for place, part in enumerate(found):
        own = {each.name for each in found if each.parent == place}
        assert part.form.variables <= {"x", *own}
        assert part.slope.variables <= {"x", *own, *(name + PRIME for name in own)}


@pytest.mark.parametrize("text", BEASTS)
def test_what_is_written_is_what_is_meant(text: str) -> None:
    for part in parts(text):
        for tree in (part.whole, part.form):
            names = tuple(tree.variables)
            values = dict(zip(names, np.linspace(0.6, 1.4, len(names)), strict=True))
            read = parse_scalar(_typed(tree), names)
            assert evaluate(read, values) == pytest.approx(evaluate(tree, values))


def _typed(tree: Expression) -> str:
    text = in_letters(tree).replace("^{", "^(").replace("}", ")").replace(GAP, "*").replace("−", "-")
    return re.sub(r"√(\w)", r"sqrt(\1)", text).replace("√(", "sqrt(")


def test_rules_and_letters_of_a_beast() -> None:
    found = parts(BEASTS[0])

    assert [(part.name, part.depth, part.rule) for part in found] == [
        ("f", 0, "product"),
        ("u", 1, "chain"),
        ("v", 1, "chain"),
        ("p", 2, "sum"),
        ("q", 2, "chain"),
        ("r", 3, "constant multiple"),
    ]
    assert in_letters(found[1].slope) == f"3{GAP}p^{{2}}{GAP}p^{{{PRIME}}}"


def test_letters_of_the_author_are_used_and_the_variable_is_never_a_part() -> None:
    whole = parse_scalar("sin(u^2) e^(3 u)", ("u",))

    assert [part.name for part in take_apart(whole, "u", ("h",))][:3] == ["h", "f", "v"]
    assert all(Symbol("u") != part.whole for part in take_apart(whole, "u"))


def test_parts_side_by_side_have_places_of_their_own() -> None:
    for text in BEASTS:
        for depth in range(5):
            across = [part.across for part in parts(text) if part.depth == depth]
            assert all(b - a >= 1 for a, b in pairwise(across))


def shown(level: float) -> list[str]:
    made = scene(mark=[{"is": "expression-tree", "of": "(x^2 + 1)^3", "level": "n"}])
    moment = made.moment({"a": 0, "n": level})
    texts = [item for item in made.items if isinstance(item, Text) and moment.holds(item.look.when)]
    return ["".join(str(piece) for piece in text.text) for text in texts]


def test_the_tree_opens_level_by_level_and_slopes_come_from_below() -> None:
    whole, inner, slope = "f = (x^{2} + 1)^{3}", "u = x^{2} + 1", f"u^{{{PRIME}}} = 2{GAP}x"

    assert shown(0) == [whole]
    assert shown(1) == ["f = u^{3}", "chain rule", inner]
    assert shown(2) == ["f = u^{3}", "chain rule", inner, "sum rule"]
    assert shown(3) == ["f = u^{3}", "chain rule", inner, slope]
    assert shown(4) == [
        "f = u^{3}",
        f"f^{{{PRIME}}} = 3{GAP}u^{{2}}{GAP}u^{{{PRIME}}}",
        inner,
        slope,
    ]


def test_a_line_grows_down_to_the_part_that_is_being_opened() -> None:
    made = scene(mark=[{"is": "expression-tree", "of": "(x^2 + 1)^3", "level": "n"}])
    (line,) = (item for item in made.items if isinstance(item, Line))
    ends = [made.moment({"a": 0, "n": level}).number(line.points[1][1]) for level in (0, 0.5, 1, 2)]

    assert ends == pytest.approx([-0.46, -0.61, -0.76, -0.76])


def test_a_still_raises_exponents_and_comes_back_to_the_line() -> None:
    drawn = text_svg("e^{sin(x)}+x_0", 0, 0, "start", letters=True)

    assert re.findall(r'dy="(-?\d+)"', drawn) == ["-7", "7", "4"]
    assert re.sub("<[^>]*>", "", drawn) == "esin(x)+x0"
    assert "<tspan>e</tspan>" in drawn
    assert "<tspan>s</tspan>" not in drawn


@pytest.mark.parametrize(("of", "said"), [("x*a", "holds a"), ("3 + 1", "no letter at all")])
def test_an_expression_of_another_letter_is_refused(of: str, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        scene(mark=[{"is": "expression-tree", "of": of, "level": "n"}])
