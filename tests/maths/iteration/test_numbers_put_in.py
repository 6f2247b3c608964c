import pytest

from upslope.maths import parse
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.iteration.numbers_put_in import numbers_step


@pytest.mark.parametrize(
    ("filled", "shown", "link"),
    [
        ("2 - (2^3 - 2*2 - 5)/10", "2.1", "="),
        ("1 + 5/12", "1.41667", "≈"),
        ("cos(2)", "-0.416147", "≈"),
        ("2*3", "6", "="),
    ],
)
def test_equal_means_that_no_digit_was_dropped(filled: str, shown: str, link: str) -> None:
    step = numbers_step("step 1", parse(filled), parse(shown), "why")
    assert step.link == link


def test_a_row_is_equal_where_every_entry_is() -> None:
    row = row_vector([parse("2*3"), parse("1/3")])
    assert numbers_step("", row, row_vector([parse("6"), parse("0.333333")]), "").link == "≈"
    assert numbers_step("", row_vector([parse("2*3"), 1]), row_vector([6, 1]), "").link == "="
