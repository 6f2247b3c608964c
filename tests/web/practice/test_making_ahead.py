"""Variants that lie ready before anybody asks for them."""

from pathlib import Path

import pytest

from tests.support.courses import write
from tests.web.practice.conftest import QUIZ, SQUARE_SCRIPT, TYPED
from upslope.web.accounts.models import User
from upslope.web.practice.drawing import MADE_AHEAD, PROVEN_SEEDS
from upslope.web.practice.making_ahead import make_ahead
from upslope.web.practice.models import Sitting, StoredVariant
from upslope.web.practice.sittings import another_sitting, open_sitting, show_solution

WIDE = SQUARE_SCRIPT.replace("integers(61, 121)", "integers(61, 10**9)")
SCRIPT = f"{QUIZ}/questions/square/question.py"

pytestmark = pytest.mark.django_db


def never() -> bool:
    return False


def test_each_question_with_variants_gets_its_own_once(course: Path) -> None:
    made = make_ahead(never)

    assert made == StoredVariant.objects.count()
    assert set(StoredVariant.objects.filter(question_id=TYPED).values_list("seed", flat=True)) == set(
        MADE_AHEAD
    )
    assert make_ahead(never) == 0


def test_it_stops_when_it_is_told_to(course: Path) -> None:
    assert make_ahead(lambda: True) == 0
    assert not StoredVariant.objects.exists()


def test_what_is_missing_is_filled_in(course: Path) -> None:
    make_ahead(never)
    StoredVariant.objects.filter(question_id=TYPED, seed__in=(3, 5)).delete()

    assert make_ahead(never) == 2


def test_a_mended_question_gets_new_ones_and_a_broken_one_stops_nothing(
    course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    make_ahead(never)
    write(course / SCRIPT, WIDE)
    assert make_ahead(never) == len(MADE_AHEAD)

    write(course / SCRIPT, "def generate(rng):\n    return 1 / 0\n")
    assert make_ahead(never) == 0
    assert f"No variants of {TYPED} were made ahead" in caplog.text


def test_of_a_question_of_before_only_what_somebody_sat_at_is_kept(course: Path, alice: User) -> None:
    make_ahead(never)
    sat_at = open_sitting(alice, TYPED).stored
    write(course / SCRIPT, WIDE)
    make_ahead(never)

    here = StoredVariant.objects.filter(question_id=TYPED)
    assert here.filter(version=sat_at.version).get() == sat_at
    assert here.exclude(version=sat_at.version).count() == len(MADE_AHEAD)


def test_a_learner_is_given_what_lies_ready_and_nothing_is_made(course: Path, alice: User) -> None:
    make_ahead(never)
    before = StoredVariant.objects.count()
    sitting = open_sitting(alice, TYPED)

    assert sitting.stored.seed in MADE_AHEAD
    assert sitting.variant.prompt
    assert StoredVariant.objects.count() == before


def test_who_has_had_all_of_them_gets_others_that_read_differently(course: Path, alice: User) -> None:
    write(course / SCRIPT, WIDE)
    make_ahead(never)
    sitting = open_sitting(alice, TYPED)
    for _ in range(len(MADE_AHEAD) + 3):
        show_solution(sitting)
        sitting = another_sitting(sitting)
    had = Sitting.objects.filter(user=alice).order_by("pk")
    seeds = list(had.values_list("stored__seed", flat=True))

    assert sorted(seeds[: len(MADE_AHEAD)]) == list(MADE_AHEAD)
    assert set(seeds[len(MADE_AHEAD) :]) <= set(PROVEN_SEEDS) - set(MADE_AHEAD)
    assert len({one.variant.prompt for one in had}) == len(had)
