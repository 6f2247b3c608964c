"""Drawing variants that a learner has not seen, in the course or in a review, while there are any."""

import secrets
from collections.abc import Sequence

from django.db.models.fields.json import KeyTextTransform

from upslope.questions.variant import Variant
from upslope.web.accounts.models import User
from upslope.web.course_access import current_question
from upslope.web.practice.models import Sitting, StoredVariant

# Every question is proven on these seeds before it may ship, so nobody is served an unchecked variant.
PROVEN_SEEDS = range(200)
TRIES_FOR_A_NEW_ONE = 40
ALL_ALIKE = (
    10  # as many draws with one prompt: what differs is in the options, and looking on would only cost
)

Seen = Sequence[tuple[int, str]]
"""Seed and prompt of each variant a learner had of a question, the latest last."""


def draw_fresh(user: User, question_ids: Sequence[str]) -> list[StoredVariant]:
    """Return a stored variant of each question, new to the learner as long as there are new ones."""
    seen = _seen(user, question_ids)
    return stored([_unlike_those_seen(question_id, seen[question_id]) for question_id in question_ids])


def stored(variants: Sequence[Variant]) -> list[StoredVariant]:
    """Return the variants as they are stored, in their order; store those that are not yet."""
    new = [
        StoredVariant(question_id=one.question_id, version=one.version, seed=one.seed, data=one.to_json())
        for one in variants
    ]
    StoredVariant.objects.bulk_create(new, ignore_conflicts=True)
    rows = StoredVariant.objects.filter(
        question_id__in={one.question_id for one in variants}, seed__in={one.seed for one in variants}
    )
    found = {(row.question_id, row.version, row.seed): row for row in rows}
    return [found[one.question_id, one.version, one.seed] for one in variants]


def _seen(user: User, question_ids: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
    """Whatever a sitting is for, a solution seen there is known."""
    seen: dict[str, list[tuple[int, str]]] = {question_id: [] for question_id in question_ids}
    rows = Sitting.objects.filter(user=user, question_id__in=question_ids).order_by("pk")
    prompt = KeyTextTransform("prompt", "stored__data")
    for question_id, seed, text in rows.values_list("question_id", "stored__seed", prompt):
        seen[question_id].append((seed, text))
    return seen


def _unlike_those_seen(question_id: str, seen: Seen) -> Variant:
    """Draw until the prompt is new to this learner; failing that, take the one seen longest ago."""
    last_seen = {prompt: place for place, (_, prompt) in enumerate(seen)}
    drawn: list[Variant] = []
    for seed in _seeds(seen)[:TRIES_FOR_A_NEW_ONE]:
        variant = current_question(question_id).variant(seed)
        if variant.prompt not in last_seen:
            return variant
        drawn.append(variant)
        if len(drawn) == ALL_ALIKE and len({one.prompt for one in drawn}) == 1:
            break
    return min(drawn, key=lambda variant: last_seen[variant.prompt])


def _seeds(seen: Seen) -> list[int]:
    """Return seeds to try: those never had in random order, then the others, had longest ago first."""
    last_had = {seed: place for place, (seed, _) in enumerate(seen)}
    new = [seed for seed in PROVEN_SEEDS if seed not in last_had]
    secrets.SystemRandom().shuffle(new)
    return [*new, *sorted(last_had, key=last_had.__getitem__)]
