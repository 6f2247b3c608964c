"""Drawing variants that a learner has not seen, in the course or in a review, while there are any."""

import secrets
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KeyTextTransform

from upslope.questions.variant import Variant
from upslope.web.accounts.models import User
from upslope.web.course_access import current_question
from upslope.web.practice.models import Sitting, StoredVariant

# Every question is proven on these seeds before it may ship, so nobody is served an unchecked variant.
PROVEN_SEEDS = range(200)
# These come first. A server makes them while it has nothing else to do: see ``making_ahead``.
MADE_AHEAD = range(40)
TRIES_FOR_A_NEW_ONE = 40
ALL_ALIKE = (
    10  # as many draws with one prompt: what differs is in the options, and looking on would only cost
)

Seen = Sequence[tuple[int, str]]
"""Seed and prompt of each variant a learner had of a question, the latest last."""


def draw_fresh(user: User, question_ids: Sequence[str]) -> list[StoredVariant]:
    """Return a stored variant of each question, new to the learner as long as there are new ones.

    What lies there already is taken as it is: a class that opens a quiz at once shares what was made ahead.
    """
    seen = _seen(user, question_ids)
    seeds = {question_id: _seeds(seen[question_id]) for question_id in question_ids}
    found = _lying_ready({question_id: tried[0] for question_id, tried in seeds.items()}, seen)
    missing = [question_id for question_id in question_ids if question_id not in found]
    drawn = [
        _unlike_those_seen(question_id, seen[question_id], seeds[question_id]) for question_id in missing
    ]
    found |= dict(zip(missing, stored(drawn), strict=True))
    return [found[question_id] for question_id in question_ids]


def stored(variants: Sequence[Variant]) -> list[StoredVariant]:
    """Return the variants as they are stored, in their order; store those that are not yet."""
    new = [
        StoredVariant(question_id=one.question_id, version=one.version, seed=one.seed, data=one.to_json())
        for one in variants
    ]
    StoredVariant.objects.bulk_create(new, ignore_conflicts=True)
    keys = [(one.question_id, one.version, one.seed) for one in variants]
    found = {(row.question_id, row.version, row.seed): row for row in _rows(keys)}
    return [found[key] for key in keys]


def _rows(keys: Sequence[tuple[str, str, int]]) -> QuerySet[StoredVariant]:
    """Return the rows of these questions, versions and seeds that are there, without what they hold."""
    which = (Q(question_id=name, version=version, seed=seed) for name, version, seed in keys)
    return StoredVariant.objects.filter(reduce(or_, which, Q(pk=None))).defer("data")


def _lying_ready(seeds: Mapping[str, int], seen: Mapping[str, Seen]) -> dict[str, StoredVariant]:
    """Return, by question, the rows of these seeds that are stored and read like none the learner has had."""
    keys = [(question_id, current_question(question_id).version, seed) for question_id, seed in seeds.items()]
    rows = _rows(keys).annotate(prompt=KeyTextTransform("prompt", "data"))
    return {
        row.question_id: row
        for row in rows
        if all(row.prompt != prompt for _, prompt in seen[row.question_id])
    }


def _seen(user: User, question_ids: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
    """Whatever a sitting is for, a solution seen there is known."""
    seen: dict[str, list[tuple[int, str]]] = {question_id: [] for question_id in question_ids}
    rows = Sitting.objects.filter(user=user, question_id__in=question_ids).order_by("pk")
    prompt = KeyTextTransform("prompt", "stored__data")
    for question_id, seed, text in rows.values_list("question_id", "stored__seed", prompt):
        seen[question_id].append((seed, text))
    return seen


def _unlike_those_seen(question_id: str, seen: Seen, seeds: Sequence[int]) -> Variant:
    """Draw until the prompt is new to this learner; failing that, take the one seen longest ago."""
    last_seen = {prompt: place for place, (_, prompt) in enumerate(seen)}
    drawn: list[Variant] = []
    for seed in seeds[:TRIES_FOR_A_NEW_ONE]:
        variant = current_question(question_id).variant(seed)
        if variant.prompt not in last_seen:
            return variant
        drawn.append(variant)
        if len(drawn) == ALL_ALIKE and len({one.prompt for one in drawn}) == 1:
            break
    return min(drawn, key=lambda variant: last_seen[variant.prompt])


def _seeds(seen: Seen) -> list[int]:
    """Return seeds to try: those never had, the ones made ahead first; then others, had longest ago first."""
    last_had = {seed: place for place, (seed, _) in enumerate(seen)}
    new = [seed for seed in PROVEN_SEEDS if seed not in last_had]
    secrets.SystemRandom().shuffle(new)
    new.sort(key=lambda seed: seed not in MADE_AHEAD)
    return [*new, *sorted(last_had, key=last_had.__getitem__)]
