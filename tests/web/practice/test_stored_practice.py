"""What the database itself refuses, whatever code asks for it."""

import pytest
from django.db import IntegrityError, transaction

from tests.web.practice.conftest import Desk
from upslope.web.accounts.models import User
from upslope.web.practice.models import Attempt, Draft, Sitting, StoredVariant


def test_a_learner_has_one_open_sitting_at_a_question(alice: User, alices_desk: Desk) -> None:
    here = alices_desk.sitting
    other = StoredVariant.objects.create(
        question_id=here.question_id, version="v", seed=201, data=here.stored.data
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        Sitting.objects.create(user=alice, question_id=here.question_id, stored=other)
    Sitting.objects.create(user=alice, question_id=here.question_id, stored=other, is_open=False)


def test_a_variant_is_stored_once(alices_desk: Desk) -> None:
    stored = alices_desk.sitting.stored

    with pytest.raises(IntegrityError), transaction.atomic():
        StoredVariant.objects.create(
            question_id=stored.question_id, version=stored.version, seed=stored.seed, data=stored.data
        )


def test_a_stored_variant_reads_back_as_it_was_drawn(alices_desk: Desk) -> None:
    stored = StoredVariant.objects.get(pk=alices_desk.sitting.stored.pk)

    assert stored.variant == alices_desk.sitting.variant


def test_a_submission_is_stored_once(alices_desk: Desk) -> None:
    alices_desk.check("17")
    known = Attempt.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        Attempt.objects.create(
            sitting=known.sitting, submission_id=known.submission_id, answers={}, score=0, credit=0
        )


@pytest.mark.parametrize(("score", "credit"), [(1.5, 1), (-0.1, 0), (0.5, 0.6), (0.5, -0.1)])
def test_a_score_is_from_0_to_1_and_credit_never_exceeds_it(
    alices_desk: Desk, score: float, credit: float
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Attempt.objects.create(sitting=alices_desk.sitting, answers={}, score=score, credit=credit)


def test_a_sitting_has_one_draft(alices_desk: Desk) -> None:
    Draft.objects.create(sitting=alices_desk.sitting)

    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.create(sitting=alices_desk.sitting)
