"""What is larger than anything worked on paper is refused at once, with a sentence."""

import pytest

from upslope.maths import MathsError, derivative, differentiate, number, parse, symbol, tidy
from upslope.maths.expressions.expression import Call, Expression, sum_of

X = symbol("x")
LONG = sum_of(tuple(number(n) * X ** number(n) * Call("sin", number(n) * X) for n in range(1, 100)))


def nested(name: str, levels: int) -> Expression:
    inside: Expression = X
    for _ in range(levels):
        inside = Call(name, inside)
    return inside


DEEP = nested("ln", 45)


@pytest.mark.parametrize("work", [differentiate, derivative])
@pytest.mark.parametrize(("tree", "why"), [(LONG, "more than 150 numbers"), (DEEP, "more than 40 levels")])
def test_a_derivative_of_a_page_is_refused(work: object, tree: Expression, why: str) -> None:
    assert callable(work)
    with pytest.raises(MathsError, match=f"{why}.*Use a shorter one"):
        work(tree)


def test_tidying_takes_more_than_deriving_but_not_everything() -> None:
    assert tidy(DEEP) == DEEP
    with pytest.raises(MathsError, match="more than 600 numbers"):
        tidy(LONG)


def test_what_a_person_would_write_is_well_within_the_bound() -> None:
    text = "(x^2+1)^3 sin(2x)^2 e^(-x^2) / sqrt(1 + ln(1 + x^2)) + 3x^5 - 4x^4 + 2x^3 - x^2 + 7x - 1"
    assert derivative(parse(text)).variables == {"x"}


def test_a_long_chain_is_worked_link_by_link() -> None:
    step = differentiate(nested("sin", 30)).steps[0]
    links = 0
    while step.rule == "chain":
        links, step = links + 1, step.steps[1]
    assert links == 29
