"""What is larger than anything worked on paper is refused at once, with a sentence."""

import pytest

from upslope.maths import MathsError, derivative, differentiate, parse, tidy

LONG = "+".join(f"x^{n} sin({n} x)" for n in range(1, 120))
DEEP = "ln(" * 45 + "x" + ")" * 45


@pytest.mark.parametrize("work", [differentiate, derivative])
@pytest.mark.parametrize(("text", "why"), [(LONG, "more than 150 numbers"), (DEEP, "more than 24 levels")])
def test_a_derivative_of_a_page_is_refused(work: object, text: str, why: str) -> None:
    assert callable(work)
    with pytest.raises(MathsError, match=why):
        work(parse(text))


def test_tidying_takes_more_than_deriving_but_not_everything() -> None:
    assert tidy(parse(DEEP)) == parse(DEEP)
    with pytest.raises(MathsError, match="more than 600 numbers"):
        tidy(parse(LONG))


def test_what_a_person_would_write_is_well_within_the_bound() -> None:
    text = "(x^2+1)^3 sin(2x)^2 e^(-x^2) / sqrt(1 + ln(1 + x^2)) + 3x^5 - 4x^4 + 2x^3 - x^2 + 7x - 1"
    assert derivative(parse(text)).variables == {"x"}
