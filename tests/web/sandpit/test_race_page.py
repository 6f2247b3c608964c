"""Races: progress, the table, the best that is kept, and what becomes of races that stop, die or meet."""

import json
import threading
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.sandpit.conftest import PAGE, RACE, SCRIPT, STOP, write
from upslope.grading.notebooks.notebook import read_notebook
from upslope.grading.pits.pit_race import YOURS
from upslope.grading.pits.pit_strategy import PitStrategy, pit_strategy
from upslope.web.labs.models import LabWork
from upslope.web.sandpit import racing
from upslope.web.sandpit.models import PitWork
from upslope.web.sandpit.race_record import Record, is_better

STEADY = "def next_step(f, J, H):\n    return -0.2 * J\n"


@pytest.fixture
def pit_work(work: LabWork) -> PitWork:
    return PitWork.objects.create(user=work.user, item_id=work.item_id)


def strategy(source: str) -> PitStrategy:
    cell = {"cell_type": "code", "id": "a", "source": source, "metadata": {}, "outputs": []}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}
    return pit_strategy(read_notebook(json.dumps(notebook)), ["import numpy as np"])


def run(work: PitWork, source: str, number: int = 1) -> PitWork:
    """Run a race here and now, as the thread of the server would."""
    runner = uuid.uuid4()
    PitWork.objects.filter(pk=work.pk).update(runner=runner, alive=timezone.now())
    racing.race(work.pk, runner, number, strategy(source))
    work.refresh_from_db()
    return work


def latest(work: PitWork) -> Record:
    assert work.race is not None
    return work.race  # type: ignore[no-any-return]  # a JSON field is Any


def shown(browser: Client) -> str:
    answer = browser.get(RACE, headers=SCRIPT)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.usefixtures("all_hundred_pits")
def test_a_race_ends_with_a_table_of_five_and_a_row_of_pits_for_each_kind(
    alices_browser: Client, pit_work: PitWork
) -> None:
    run(pit_work, STEADY)
    page = shown(alices_browser)
    tallies = latest(pit_work)["tallies"]
    assert tallies[YOURS] == tallies["steepest descent"]
    assert f"Race 1: yours found {tallies[YOURS]['found']} of 100 pits." in page
    for name in ("Yours", "Constant step", "Steepest descent", "Newton", "Hybrid"):
        assert f"</span>{name}</th>" in page
    assert page.count("data-pit=") == 100
    assert pit_work.runner is None


def test_the_best_of_race_1_is_kept_with_its_code_and_a_worse_one_does_not_replace_it(
    alices_browser: Client, pit_work: PitWork
) -> None:
    run(pit_work, STEADY)
    best = pit_work.best
    run(pit_work, "def next_step(f, J, H):\n    return 0, 0\n")
    assert latest(pit_work)["tallies"][YOURS]["found"] == 0
    assert pit_work.best == best
    assert "return -0.2 * J" in shown(alices_browser)


def test_another_race_does_not_count_for_the_best(pit_work: PitWork) -> None:
    run(pit_work, STEADY, number=2)
    assert latest(pit_work)["number"] == 2
    assert pit_work.best is None


def record(found: int, probes: float | None, number: int = 1) -> Record:
    return {"number": number, "tallies": {YOURS: {"found": found, "probes": probes}}}


@pytest.mark.parametrize(
    ("new", "best", "wins"),
    [
        (record(0, None), None, True),
        (record(31, 9), record(30, 2), True),
        (record(30, 5), record(30, 6), True),
        (record(30, 6), record(30, 6), False),
        (record(29, 2), record(30, 9), False),
        (record(90, 2, number=2), record(30, 9), False),
    ],
)
def test_more_pits_win_and_of_as_many_the_fewer_probes(new: Record, best: Record | None, wins: bool) -> None:
    assert is_better(new, best) is wins


def test_while_a_race_runs_the_page_says_how_far_it_is(alices_browser: Client, pit_work: PitWork) -> None:
    PitWork.objects.update(runner=uuid.uuid4(), done=37, alive=timezone.now())
    page = shown(alices_browser)
    assert "37 of 100 pits walked" in page
    assert "data-poll" in page
    assert "data-poll" in alices_browser.get(PAGE).content.decode()


def test_a_stopped_race_ends_without_a_result_and_the_one_before_stays(
    alices_browser: Client, pit_work: PitWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(pit_work, STEADY)
    before = pit_work.race
    monkeypatch.setattr(racing, "TELL_EVERY", 0.0)
    runner = uuid.uuid4()
    PitWork.objects.update(runner=runner, alive=timezone.now())
    page = alices_browser.post(STOP, headers=SCRIPT).content.decode()
    assert "data-poll" not in page
    racing.race(pit_work.pk, runner, 1, strategy("def next_step(f, J, H):\n    return 0, 0\n"))
    pit_work.refresh_from_db()
    assert pit_work.race == before


def test_a_race_that_waits_for_others_says_it_is_alive_and_ends_when_it_is_stopped(
    pit_work: PitWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(racing, "_lanes", threading.Semaphore(0))
    monkeypatch.setattr(racing, "TELL_EVERY", 0.01)
    long_ago = timezone.now() - timedelta(seconds=10)
    runner = uuid.uuid4()
    PitWork.objects.update(runner=runner, alive=long_ago)
    looks: list[PitWork] = []

    def stop_at_the_third_look(pk: int, runner: uuid.UUID) -> Callable[[int], bool]:
        tell = real(pk, runner)

        def look(done: int) -> bool:
            looks.append(PitWork.objects.get())
            if len(looks) == 3:
                racing.stop_race(pit_work)
            return tell(done)

        return look

    real = racing._teller
    monkeypatch.setattr(racing, "_teller", stop_at_the_third_look)
    racing.race(pit_work.pk, runner, 1, strategy(STEADY))
    assert len(looks) == 3
    assert looks[-1].alive is not None
    assert looks[-1].alive > long_ago
    pit_work.refresh_from_db()
    assert pit_work.race is None


def test_of_two_races_at_once_the_newer_one_is_kept(pit_work: PitWork) -> None:
    older = uuid.uuid4()
    PitWork.objects.update(runner=uuid.uuid4(), alive=timezone.now())
    racing.race(pit_work.pk, older, 1, strategy(STEADY))
    pit_work.refresh_from_db()
    assert pit_work.race is None
    assert pit_work.runner is not None


def test_a_race_whose_server_died_is_given_up_with_a_sentence(
    alices_browser: Client, pit_work: PitWork
) -> None:
    PitWork.objects.update(runner=uuid.uuid4(), alive=timezone.now() - timedelta(minutes=1))
    page = shown(alices_browser)
    assert "The race was cut off" in page
    assert "data-poll" not in page


def test_troubles_are_told_with_how_many_pits_and_a_way_to_the_first(
    alices_browser: Client, pit_work: PitWork
) -> None:
    run(
        pit_work,
        "def next_step(f, J, H):\n    if H[0, 0] < 0: raise ValueError('a hill')\n    return -0.2 * J\n",
    )
    (trouble,) = latest(pit_work)["troubles"]
    assert trouble["times"] == sum(
        not end["found"] and end["probes"] < 25 for end in latest(pit_work)["ends"]
    )
    page = shown(alices_browser)
    assert f"On {trouble['times']} pits, first on" in page
    assert f'data-pit="{trouble["kind"]}-{trouble["seed"]}"' in page


@pytest.mark.parametrize("number", ["x", "0", "-1", "1e3", "", "99999", "٣" * 9])
def test_a_number_that_names_no_race_is_answered_with_a_sentence(
    number: str, alices_browser: Client, work: LabWork
) -> None:
    answer: Any = alices_browser.post(RACE, {"number": number}, headers=SCRIPT)
    assert answer.status_code == 400
    assert "The number of a race is a whole number from 1 to 9999" in answer.content.decode()
    assert PitWork.objects.get().runner is None


def test_no_race_starts_without_a_next_step(alices_browser: Client, work: LabWork) -> None:
    write(work, "x = 1")
    answer = alices_browser.post(RACE, {"number": "1"}, headers=SCRIPT)
    assert answer.status_code == 400
    assert "There is no function called next_step yet." in answer.content.decode()
    assert PitWork.objects.get().runner is None


@pytest.mark.django_db(transaction=True)
def test_without_script_the_page_waits_for_its_race_and_shows_it(
    alices_browser: Client, work: LabWork
) -> None:
    answer = alices_browser.post(RACE, {"number": "3"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{PAGE}#pit-race"
    assert "Race 3: yours found" in alices_browser.get(PAGE).content.decode()


def test_bob_sees_nothing_of_alices_races_and_cannot_stop_one(
    bobs_browser: Client, pit_work: PitWork
) -> None:
    run(pit_work, STEADY)
    runner = uuid.uuid4()
    PitWork.objects.filter(pk=pit_work.pk).update(runner=runner, alive=timezone.now())
    page = bobs_browser.post(STOP, headers=SCRIPT).content.decode()
    assert "yours found" not in page
    assert "data-poll" not in page
    pit_work.refresh_from_db()
    assert pit_work.runner == runner


def test_a_link_to_a_race_offers_its_number(alices_browser: Client) -> None:
    page = alices_browser.get(PAGE, {"race": "7"}).content.decode()
    assert 'name="number" inputmode="numeric" autocomplete="off" maxlength="20" value="7"' in page
    page = alices_browser.get(PAGE, {"race": "<x>"}).content.decode()
    assert 'name="number" inputmode="numeric" autocomplete="off" maxlength="20" value="1"' in page
