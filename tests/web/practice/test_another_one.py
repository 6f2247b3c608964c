"""“Another one like this” without end: every variant there is comes once, and then it goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.support.courses import write
from tests.web.practice.conftest import QUIZ, SQUARE_SCRIPT, TYPED, Desk
from upslope.web.accounts.models import User
from upslope.web.practice.drawing import PROVEN_SEEDS
from upslope.web.practice.models import Attempt, Sitting, StoredVariant
from upslope.web.practice.sittings import another_sitting, open_sitting, open_sittings, show_solution

WIDE = SQUARE_SCRIPT.replace("integers(61, 121)", "integers(61, 10**9)")
NARROW = SQUARE_SCRIPT.replace("integers(61, 121)", "integers(61, 64)")


def prompts(user: User, count: int) -> Iterator[str]:
    sitting = open_sitting(user, TYPED)
    for _ in range(count):
        yield sitting.variant.prompt
        show_solution(sitting)
        sitting = another_sitting(sitting)


@pytest.mark.slow
def test_two_hundred_come_without_a_repeat_and_then_it_goes_on(alice: User, course: Path) -> None:
    write(course / QUIZ / "questions/square/question.py", WIDE)
    seen = list(prompts(alice, len(PROVEN_SEEDS) + 5))

    assert len(set(seen[:200])) == 200
    assert seen[200:] == seen[:5], "the one seen longest ago comes first"
    assert set(Sitting.objects.values_list("stored__seed", flat=True)) == set(PROVEN_SEEDS)


def test_a_question_of_few_forms_repeats_none_before_all_were_seen(alice: User, course: Path) -> None:
    write(course / QUIZ / "questions/square/question.py", NARROW)
    seen = list(prompts(alice, 12))

    assert len(set(seen[:3])) == 3
    assert all(seen[place] == seen[place - 3] for place in range(3, 12))


def test_a_variant_that_comes_again_comes_without_what_was_done_with_it(alice: User, course: Path) -> None:
    write(course / QUIZ / "questions/square/question.py", NARROW)
    list(prompts(alice, 4))
    here = open_sitting(alice, TYPED)

    assert (here.hints_shown, here.solution_shown, here.attempts.count()) == (0, False, 0)
    assert not hasattr(here, "draft")


def test_pressed_twice_it_gives_one(alices_desk: Desk) -> None:
    alices_desk.check("17")
    alices_desk.post("another")
    alices_desk.post("another")

    assert Sitting.objects.filter(question_id=TYPED).count() == 2


def test_learners_share_variants_and_not_sittings(alice: User, bob: User, course: Path) -> None:
    write(course / QUIZ / "questions/square/question.py", NARROW)
    for user in (alice, bob):
        open_sitting(user, TYPED)

    assert Sitting.objects.count() == 2
    assert StoredVariant.objects.count() <= 2


@pytest.mark.parametrize("count", [1, 2])
def test_a_first_visit_costs_as_much_for_many_questions_as_for_one(
    alice: User, course: Path, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    with django_assert_max_num_queries(10):
        open_sittings(alice, [TYPED, f"{QUIZ}/pick"][:count])


def test_a_sitting_begun_in_the_meantime_is_not_thrown_away_for_a_mended_question(
    alices_desk: Desk, alice: User, course: Path
) -> None:
    alices_desk.check("17")
    write(course / QUIZ / "questions/square/question.py", WIDE)

    assert open_sitting(alice, TYPED).pk == alices_desk.sitting.pk
    assert Attempt.objects.count() == 1
