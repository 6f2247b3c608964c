import statistics
import uuid

import numpy as np
import pytest
from django.test import Client

from tests.support.pages import text_of
from tests.web.gradebook.conftest import EVEN, QUIZ, SUM, answer, right_answer
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership
from upslope.web.course_access import current_question
from upslope.web.gradebook.analytics import figures_of
from upslope.web.practice.drawing import stored
from upslope.web.practice.models import Attempt, Sitting
from upslope.web.practice.sittings import open_sitting

PAGE = f"items/{QUIZ}/"


def learners(cohort: Cohort, count: int) -> list[User]:
    users = [User.objects.create_user(f"learner-{number}") for number in range(count)]
    Membership.objects.bulk_create(Membership(cohort=cohort, user=user) for user in users)
    return users


def test_only_those_who_teach_get_in(
    cohort: Cohort, teacher: Client, learner: Client, stranger: Client, charlies_browser: Client
) -> None:
    address = f"/classes/{cohort.pk}/gradebook/{PAGE}"
    assert [client.get(address).status_code for client in (teacher, learner, stranger, charlies_browser)] == [
        200,
        404,
        404,
        302,
    ]


def test_a_quiz_that_nobody_tried_says_so(cohort: Cohort, teacher: Client) -> None:
    assert "Nobody has tried it yet" in text_of(teacher.get(f"/classes/{cohort.pk}/gradebook/{PAGE}"))


def test_an_item_that_is_not_there_is_not_found(cohort: Cohort, teacher: Client) -> None:
    assert teacher.get(f"/classes/{cohort.pk}/gradebook/items/first/nothing/").status_code == 404


def test_the_first_try_alone_says_how_hard_a_question_is(cohort: Cohort, bob: User) -> None:
    answer(bob, EVEN, "3")
    answer(bob, EVEN)
    (found,) = figures_of(cohort, [EVEN])
    assert (found.learners, found.facility, found.attempts) == (1, 0.0, 2.0)


def test_discrimination_is_the_correlation_with_the_rest(cohort: Cohort) -> None:
    rng = np.random.default_rng(7)
    here, rest = rng.integers(0, 2, (2, 12))
    here[0], rest[0], here[1], rest[1] = 0, 0, 1, 1
    for user, mine, other in zip(learners(cohort, 12), here, rest, strict=True):
        answer(user, SUM, None if mine else "0")
        answer(user, EVEN, "4" if other else "3")
    found = figures_of(cohort, [SUM, EVEN])
    assert found[0].discrimination == pytest.approx(np.corrcoef(here, rest)[0, 1])
    assert found[0].facility == pytest.approx(statistics.fmean(here.tolist()))


def test_a_few_answers_are_too_few_for_a_correlation(cohort: Cohort, bob: User) -> None:
    answer(bob, SUM)
    answer(bob, EVEN)
    assert figures_of(cohort, [SUM, EVEN])[0].discrimination is None


def test_a_named_mistake_counts_once_for_each_learner(cohort: Cohort, bob: User, teacher: Client) -> None:
    for user in [bob, *learners(cohort, 2)]:
        one_off = str(int(right_answer(open_sitting(user, SUM))) + 1)
        answer(user, SUM, one_off)
        answer(user, SUM, "999")
        answer(user, SUM, one_off)
    (found,) = figures_of(cohort, [SUM])
    assert {mistake.code: mistake.learners for mistake in found.mistakes}["one-off"] == 3
    seen = text_of(teacher.get(f"/classes/{cohort.pk}/gradebook/{PAGE}"))
    assert "3 one-off You counted the first one too." in seen


def sit_at(user: User, seed: int, score: float) -> None:
    """Have somebody do so well at one variant; only what is stored of it matters here."""
    (variant,) = stored([current_question(SUM).variant(seed)])
    sitting = Sitting.objects.create(user=user, question_id=SUM, stored=variant)
    Attempt.objects.create(
        sitting=sitting, submission_id=uuid.uuid4(), answers={"total": "1"}, score=score, credit=score
    )


def test_a_variant_that_does_far_worse_than_the_others_is_flagged(cohort: Cohort, teacher: Client) -> None:
    for number, user in enumerate(learners(cohort, 30)):
        sit_at(user, seed=number % 3, score=0.0 if number % 3 == 0 else 1.0)
    (found,) = figures_of(cohort, [SUM])
    assert found.unfair[0].seed == 0
    assert found.unfair[0].mean == 0.0
    assert "Variant 0 may be harder" in text_of(teacher.get(f"/classes/{cohort.pk}/gradebook/{PAGE}"))


def test_variants_that_do_alike_are_not_flagged(cohort: Cohort) -> None:
    for number, user in enumerate(learners(cohort, 30)):
        sit_at(user, seed=number % 3, score=float(number % 2))
    assert figures_of(cohort, [SUM])[0].unfair == ()


def test_a_few_at_a_variant_are_no_proof(cohort: Cohort) -> None:
    for number, user in enumerate(learners(cohort, 12)):
        sit_at(user, seed=0 if number < 3 else number, score=0.0 if number < 3 else 1.0)
    assert figures_of(cohort, [SUM])[0].unfair == ()


def test_a_review_is_no_part_of_the_class(cohort: Cohort, bob: User) -> None:
    answer(bob, EVEN)
    Sitting.objects.update(purpose=Sitting.Purpose.REVIEW)
    assert figures_of(cohort, [EVEN])[0].learners == 0
