"""Drawing variants that a learner has not seen, in the course or in a review, while there are any."""

import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from django.db.models.fields.json import KeyTextTransform

from upslope.questions.variant import Variant
from upslope.web.accounts.models import User
from upslope.web.course_access import current_question
from upslope.web.practice.models import Sitting, StoredVariant

# Every question is proven on these seeds before it may ship, so nobody is served an unchecked variant.
PROVEN_SEEDS = range(200)
# These come first. A server makes them while it has nothing else to do: see ``making_ahead``.
MADE_AHEAD, MADE_LATER = PROVEN_SEEDS[:40], PROVEN_SEEDS[40:]
TRIES_FOR_A_NEW_ONE = 40
ALL_ALIKE = (
    10  # as many draws with one prompt: what differs is in the options, and looking on would only cost
)

_RANDOM = secrets.SystemRandom()

Seen = Sequence[tuple[int, str]]
"""Seed and prompt of each variant a learner had of a question, the latest last."""


def draw_fresh(user: User, question_ids: Sequence[str]) -> list[StoredVariant]:
    """Return a stored variant of each question, new to the learner as long as there are new ones.

    What lies there already is taken as it is: a class that opens a quiz at once shares what was made ahead.
    """
    seen = _seen(user, question_ids)
    first = {question_id: next(_seeds(seen[question_id])) for question_id in question_ids}
    found = _lying_ready(first, seen)
    missing = [question_id for question_id in question_ids if question_id not in found]
    drawn = [_unlike_those_seen(question_id, seen[question_id]) for question_id in missing]
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
    found = _rows(keys)
    return [found[key] for key in keys]


def _rows(keys: Collection[tuple[str, str, int]]) -> dict[tuple[str, str, int], StoredVariant]:
    """Return the rows of these questions, versions and seeds that are there, without what they hold."""
    names, versions, seeds = (set(column) for column in zip(*keys, strict=True)) if keys else ((), (), ())
    rows = StoredVariant.objects.filter(question_id__in=names, version__in=versions, seed__in=seeds)
    found = {(row.question_id, row.version, row.seed): row for row in rows.defer("data")}
    return {key: found[key] for key in keys if key in found}


def _lying_ready(seeds: Mapping[str, int], seen: Mapping[str, Seen]) -> dict[str, StoredVariant]:
    """Return, by question, the rows of these seeds that are stored and read like none the learner has had."""
    keys = [(question_id, current_question(question_id).version, seed) for question_id, seed in seeds.items()]
    rows = {row.question_id: row for row in _rows(keys).values()}
    again = [row.pk for name, row in rows.items() if seen[name]]  # none: then nothing is asked
    prompts = StoredVariant.objects.filter(pk__in=again).values_list(
        "question_id", KeyTextTransform("prompt", "data")
    )
    for name, prompt in prompts:
        if any(prompt == had for _, had in seen[name]):
            del rows[name]
    return rows


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
    for seed in islice(_seeds(seen), TRIES_FOR_A_NEW_ONE):
        variant = current_question(question_id).variant(seed)
        if variant.prompt not in last_seen:
            return variant
        drawn.append(variant)
        if len(drawn) == ALL_ALIKE and len({one.prompt for one in drawn}) == 1:
            break
    return min(drawn, key=lambda variant: last_seen[variant.prompt])


def _seeds(seen: Seen) -> Iterator[int]:
    """Yield seeds to try: those never had, the ones made ahead first; then others, had longest ago first."""
    last_had = {seed: place for place, (seed, _) in enumerate(seen)}
    for some in (MADE_AHEAD, MADE_LATER):
        new = [seed for seed in some if seed not in last_had]
        yield from _RANDOM.sample(new, len(new))
    yield from sorted(last_had, key=last_had.__getitem__)
