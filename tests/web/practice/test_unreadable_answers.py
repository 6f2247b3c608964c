import pytest

from tests.web.practice.conftest import Desk, html_of
from upslope.web.practice.caret import point_at
from upslope.web.practice.models import Attempt, Draft


@pytest.mark.parametrize("typed", ["2x # 3", "2x)", "sin(", "", "blah"])
def test_an_answer_that_cannot_be_read_costs_no_attempt_and_is_kept(alices_desk: Desk, typed: str) -> None:
    reply = html_of(alices_desk.check(typed))

    assert 'data-outcome="unreadable"' in reply
    assert "This cost you nothing" in reply
    assert not Attempt.objects.exists()
    assert Draft.objects.get().answers == {"slope": typed}


def test_the_caret_stands_under_the_very_character_and_is_said_in_words(alices_desk: Desk) -> None:
    reply = html_of(alices_desk.check("2x # 3"))

    assert "<span>2x # 3</span>\n" in reply
    assert '<span class="caret-pointer">   ^</span>' in reply
    assert "The trouble is at character 4, which is “#”." in reply


def test_a_caret_far_to_the_right_shows_the_neighbourhood_of_the_trouble() -> None:
    caret = point_at("x+" * 30 + "#" + "+x" * 30, 60)

    assert caret is not None
    assert caret.line.startswith("…")
    assert caret.line.endswith("…")
    assert len(caret.line) < 40
    assert caret.line[caret.pointer.index("^")] == "#"
    assert caret.words == "The trouble is at character 61, which is “#”."


@pytest.mark.parametrize(("text", "offset"), [("", 0), ("   ", 1), ("2x", None)])
def test_there_is_no_caret_where_no_character_is_to_blame(text: str, offset: int | None) -> None:
    assert point_at(text, offset) is None


def test_a_caret_past_the_end_says_that_the_end_is_the_trouble() -> None:
    caret = point_at("2x +", 9)

    assert caret is not None
    assert caret.pointer == "    ^"
    assert caret.words == "The trouble is at the very end."


def test_invisible_characters_take_one_place_each_so_that_the_caret_stays_true() -> None:
    caret = point_at("2\t\u202ex", 2)

    assert caret is not None
    assert caret.line == "2  x"
    assert caret.pointer == "  ^"
