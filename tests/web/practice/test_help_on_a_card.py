import pytest
from django.test import Client

from tests.web.practice.conftest import HINTS, SOLUTION, TYPED, Desk, html_of
from upslope.web.practice.models import Attempt, Sitting

PAGE = "/learn/first/warm-up/"


def test_hints_come_one_at_a_time_and_stay(alices_desk: Desk) -> None:
    first = html_of(alices_desk.ask_for_hint(1))
    second = html_of(alices_desk.ask_for_hint(2))

    assert (HINTS[0] in first, HINTS[1] in first) == (True, False)
    assert (HINTS[0] in second, HINTS[1] in second) == (True, True)
    assert HINTS[1] in html_of(alices_desk.client.get(PAGE))


def test_asking_twice_for_the_same_hint_shows_it_once(alices_desk: Desk) -> None:
    alices_desk.ask_for_hint(1)
    reply = html_of(alices_desk.ask_for_hint(1))

    assert HINTS[1] not in reply


@pytest.mark.parametrize("number", [0, 2, 9, "", "²", "1" * 50])
def test_a_hint_out_of_turn_is_not_shown(alices_desk: Desk, number: int | str) -> None:
    alices_desk.post("hint", {"number": number})

    assert alices_desk.fresh().hints_shown == 0


def test_the_solution_is_not_to_be_had_before_a_first_try_or_all_hints(alices_desk: Desk) -> None:
    reply = html_of(alices_desk.post("solution"))

    assert SOLUTION not in reply
    assert not alices_desk.fresh().solution_shown


def test_after_a_first_try_the_solution_of_this_variant_is_offered_with_a_warning(alices_desk: Desk) -> None:
    offered = html_of(alices_desk.check("17"))
    shown = html_of(alices_desk.post("solution"))

    assert "Once you have seen the solution, this one no longer counts." in offered
    assert SOLUTION not in offered
    assert SOLUTION in shown
    assert alices_desk.right_answer.removesuffix("x").strip("* ") in shown.split(SOLUTION)[1]


def test_after_all_hints_the_solution_is_offered_without_a_try(alices_desk: Desk) -> None:
    alices_desk.ask_for_hint(1)
    assert "Show the worked solution" in html_of(alices_desk.ask_for_hint(2))


def test_an_answer_after_the_solution_earns_nothing_and_says_so(alices_desk: Desk) -> None:
    alices_desk.check("17")
    alices_desk.post("solution")
    reply = html_of(alices_desk.check(alices_desk.right_answer))

    assert "it does not count" in reply
    assert [(attempt.score, attempt.credit) for attempt in Attempt.objects.all()] == [(0, 0), (1, 0)]


def test_looking_at_the_solution_afterwards_takes_nothing_away(alices_desk: Desk) -> None:
    reply = html_of(alices_desk.check(alices_desk.right_answer))
    alices_desk.post("solution")

    assert "no longer counts" not in reply
    assert Attempt.objects.get().credit == 1


def test_another_one_is_a_different_variant_with_nothing_shown_yet(alices_desk: Desk) -> None:
    alices_desk.check("17")
    alices_desk.post("solution")
    reply = html_of(alices_desk.post("another"))
    here = Sitting.objects.get(question_id=TYPED, is_open=True)

    assert here.pk != alices_desk.sitting.pk
    assert here.variant.prompt != alices_desk.sitting.variant.prompt
    assert (here.hints_shown, here.solution_shown) == (0, False)
    assert SOLUTION not in reply
    assert f"/practice/{here.pk}/answer/" in reply


def test_another_one_follows_the_learner_to_the_next_visit(alices_desk: Desk) -> None:
    alices_desk.post("another")
    here = Sitting.objects.get(question_id=TYPED, is_open=True)

    assert f"/practice/{here.pk}/answer/" in html_of(alices_desk.client.get(PAGE))


def test_a_tab_that_still_shows_the_former_variant_can_go_on_with_it(alices_desk: Desk) -> None:
    alices_desk.post("another")

    assert 'data-outcome="right"' in html_of(alices_desk.check(alices_desk.right_answer))


def test_a_question_with_one_form_offers_no_other(ticking_desk: Desk) -> None:
    assert "Another one like this" not in html_of(ticking_desk.check("b", "c"))


def test_without_script_every_button_leads_back_to_the_question(alices_desk: Desk) -> None:
    for action in ("hint", "solution", "another"):
        reply = alices_desk.client.post(alices_desk.address(action), {"number": 1})
        assert reply.headers["Location"] == f"{PAGE}#question-square"


@pytest.mark.parametrize("action", ["hint", "solution", "another"])
def test_nobody_uses_up_somebody_elses_help(
    alices_desk: Desk, bobs_browser: Client, charlies_browser: Client, action: str
) -> None:
    for client, refused in ((bobs_browser, 404), (charlies_browser, 403)):
        assert client.post(alices_desk.address(action), {"number": 1}, follow=True).status_code == refused
    assert alices_desk.fresh().hints_shown == 0


def test_a_question_with_one_form_gives_no_fresh_one_after_its_solution(ticking_desk: Desk) -> None:
    ticking_desk.ask_for_hint(1)
    ticking_desk.post("solution")

    ticking_desk.post("another")

    assert ticking_desk.sitting.user.sittings.get().solution_shown


def test_another_one_is_not_to_be_had_before_a_first_try(alices_desk: Desk) -> None:
    alices_desk.post("another")

    assert alices_desk.sitting.user.sittings.get() == alices_desk.sitting
