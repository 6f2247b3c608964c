"""Which mistake is behind an answer, and which mistakes a draw can tell apart."""

from upslope.maths import parse
from upslope.questions import Misconception, Part, choice_part, distinct, expression_part, number_part
from upslope.questions.diagnosis import first_misconception
from upslope.questions.misconceptions import product_rule, trigonometry
from upslope.questions.registry import answer_type


def mistake(code: str, wrong: str) -> Misconception:
    return Misconception(code, f"You did {code}.", wrong)


def codes(part: Part) -> list[str]:
    return [misconception.code for misconception in part.misconceptions]


def test_a_mistake_whose_answer_is_right_in_this_draw_is_left_out() -> None:
    part = number_part("n", 4, misconceptions=[mistake("doubled", "4"), mistake("squared", "16")])
    assert codes(distinct(part)) == ["squared"]


def test_of_two_mistakes_with_one_answer_the_first_one_stays() -> None:
    part = expression_part(
        "d", "2x", misconceptions=[mistake("one", "x + x^2"), mistake("other", "x(1 + x)")]
    )
    assert codes(distinct(part)) == ["one"]


def test_mistakes_that_can_be_told_apart_all_stay_in_their_order() -> None:
    part = expression_part("d", "2x", misconceptions=[mistake("one", "x"), mistake("other", "x^2")])
    assert distinct(part) == part


def test_it_works_for_answers_of_any_kind() -> None:
    options = [{"id": name, "text": name} for name in ("one", "two", "three")]
    mistakes = [mistake("a", "two"), mistake("b", "two"), mistake("c", "three")]
    assert codes(distinct(choice_part("c", options, "one", misconceptions=mistakes))) == ["a", "c"]


def test_whatever_is_drawn_each_mistake_that_stays_is_recognised_as_itself() -> None:
    for n in range(1, 6):
        u, v = parse(f"{n}x^{n}"), parse("cos(x)")
        mistakes = (
            product_rule.product_of_derivatives(u, v),
            product_rule.first_factor_only(u, v),
            product_rule.terms_subtracted(u, v),
            trigonometry.sign_of_the_wave(u, v),
        )
        part = distinct(expression_part("d", "x", misconceptions=mistakes))
        kind = answer_type(part.type)
        assert "sign-of-the-wave" not in codes(part)
        for one in part.misconceptions:
            assert first_misconception(part, kind.parse(one.wrong, part.key)) == one
