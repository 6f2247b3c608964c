"""What all parts share, and how a variant is stored."""

import json

import pytest

from upslope.questions import Misconception, Variant, expression_part, number_part
from upslope.questions.registry import build_part


def test_a_variant_survives_being_stored() -> None:
    mistakes = (
        Misconception("doubled", "You doubled it.", "4x"),
        Misconception("halved", "You halved it.", "x"),
    )
    parts = (
        expression_part(
            "d", "2x", label="$f'(x) =$", misconceptions=mistakes, domain={"x": (0, 2)}, weight=2
        ),
        number_part("n", 3, decimals=1),
    )
    variant = Variant("m/i/q", "abc", 7, "Title", "Prompt", ("One", "Two"), "Solution", parts)
    assert Variant.from_json(json.loads(json.dumps(variant.to_json()))) == variant


@pytest.mark.parametrize(
    ("name", "weight", "codes", "message"),
    [
        ("Two words", 1.0, ["a"], "'Two words'; use lower-case"),
        ("n", 0.0, ["a"], "weight of part 'n' is 0.0"),
        ("n", 1.0, ["a", "a"], "have the code 'a'"),
    ],
)
def test_a_part_that_cannot_be_used_is_refused(
    name: str, weight: float, codes: list[str], message: str
) -> None:
    mistakes = [Misconception(code, "Sentence.", "2") for code in codes]
    with pytest.raises(ValueError, match=message):
        number_part(name, 1, weight=weight, misconceptions=mistakes)


def test_a_part_weighs_one_unless_said() -> None:
    part = number_part("n", 1)
    assert (part.label, part.misconceptions, part.weight, part.follow_through) == ("", (), 1.0, None)


def test_a_misspelt_setting_is_named() -> None:
    with pytest.raises(ValueError, match="no setting 'wieght'"):
        build_part("number", "n", {"answer": 2, "wieght": 3})
