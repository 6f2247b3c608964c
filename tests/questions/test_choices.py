"""Choosing one, and choosing all that apply."""

import pytest

from upslope.maths import parse
from upslope.questions import (
    Misconception,
    NotGradable,
    Score,
    answer_type,
    choice_part,
    choices_part,
    plot_of,
)
from upslope.questions.options import option_latex

OPTIONS = [{"id": name, "text": f"option {name}"} for name in ("first", "second", "third", "fourth")]


def test_ids_that_would_tell_are_replaced_by_letters() -> None:
    part = choice_part("c", OPTIONS, "third", misconceptions=[Misconception("code", "Sentence.", "first")])
    assert [option["id"] for option in part.key["options"]] == ["a", "b", "c", "d"]
    assert part.key["answer"] == "c"
    assert part.misconceptions == (Misconception("code", "Sentence.", "a"),)


def test_each_option_treated_as_it_should_be_earns_its_share() -> None:
    part = choices_part("c", OPTIONS, ["first", "third"])
    kind = answer_type("choices")
    for text, fraction in (("a,c", 1.0), ("c, a", 1.0), ("a", 0.75), ("a,b,c", 0.75), ("b,d", 0.0)):
        score = kind.score(kind.parse(text, part.key), part.key)
        assert isinstance(score, Score)
        assert score.fraction == pytest.approx(fraction)


def test_an_option_that_is_not_shown_is_not_wrong() -> None:
    for type_name, part in (
        ("choice", choice_part("c", OPTIONS, "first")),
        ("choices", choices_part("c", OPTIONS, ["first"])),
    ):
        assert isinstance(answer_type(type_name).parse("z", part.key), NotGradable)


@pytest.mark.parametrize(
    ("options", "right", "message"),
    [
        (OPTIONS[:1], "first", "two options or more"),
        ([*OPTIONS, {"id": "first", "text": "again"}], "first", "same id, 'first'"),
        ([*OPTIONS, {"id": "fifth", "text": "option first"}], "first", "same text, 'option first'"),
        ([*OPTIONS, {"id": "fifth", "text": " "}], "first", "no text"),
        (OPTIONS, "fifth", "'fifth', and no option has this id"),
    ],
)
def test_options_that_cannot_be_right_are_refused(
    options: list[dict[str, str]], right: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        choice_part("c", options, right)
    with pytest.raises(ValueError, match=message):
        choices_part("c", options, [right])


def test_a_misconception_must_name_an_option() -> None:
    mistake = Misconception("code", "Sentence.", "fifth")
    with pytest.raises(ValueError, match="misconception 'code' is 'fifth'"):
        choice_part("c", OPTIONS, "first", misconceptions=[mistake])
    with pytest.raises(ValueError, match="misconception 'code' is 'fifth'"):
        choices_part("c", OPTIONS, ["first"], misconceptions=[mistake])


def test_at_least_one_option_applies() -> None:
    with pytest.raises(ValueError, match="No option of part 'c' is right"):
        choices_part("c", OPTIONS, [])


@pytest.mark.parametrize(
    ("markdown", "latex"),
    [
        ("words", r"\text{words}"),
        ("$x^2$ and $y$", r"x^2\text{ and }y"),
        ("**bold** 5 % of \\$3", r"\text{bold 5 \% of \$3}"),
    ],
)
def test_an_option_is_echoed_as_words_and_maths(markdown: str, latex: str) -> None:
    assert option_latex(markdown) == latex


def test_a_part_of_the_options_right_is_counted_and_not_named() -> None:
    part = choices_part("c", OPTIONS, ["first", "third"])
    kind = answer_type("choices")
    for text, said in (
        ("a", "3 of 4 options are as they should be."),
        ("b", "1 of 4 options is as it should be."),
        ("b,d", "None of the 4 options is as it should be yet."),
    ):
        score = kind.score(kind.parse(text, part.key), part.key)
        assert isinstance(score, Score)
        assert [(reason.earned, reason.sentence) for reason in score.reasons] == [(False, said)]


def test_pictures_are_options_that_differ_in_what_is_said_of_them() -> None:
    rising, falling = (plot_of(parse(f), (0, 1, 0, 1), f"{f} drawn") for f in ("x", "1 - x"))
    part = choice_part("c", [{"id": "up", "plot": rising}, {"id": "down", "plot": falling}], "up")
    assert [option["plot"]["alt"] for option in part.key["options"]] == ["x drawn", "1 - x drawn"]
    assert answer_type("choice").show("b", part.key) == r"\text{picture B}"
    with pytest.raises(ValueError, match="same text, 'x drawn'"):
        choice_part("c", [{"id": "up", "plot": rising}, {"id": "again", "plot": rising}], "up")
