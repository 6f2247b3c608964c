"""Which question to ask next: the one whose answer would tell most."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from django.http import Http404

from upslope.course import ContentError, NoSuchItem
from upslope.questions import answer_type
from upslope.questions.variant import Part
from upslope.web.accounts.models import User
from upslope.web.course_access import current_question, current_question_tags, current_skills
from upslope.web.diagnostic.landmarks import below, taken_by
from upslope.web.diagnostic.thinking import Thinking
from upslope.web.practice.models import Sitting
from upslope.web.practice.sittings import DIAGNOSTIC

LEAST_WORTH_ASKING = 0.1  # bits: below it, where to start is nearly settled
LUCKY = 0.03  # typed, wrong on the whole, right by chance
MOST_LOOKED_AT = 6  # questions for the same landmarks: to look at one takes drawing it
GONE = (Http404, NoSuchItem, ContentError)  # the course may change, or be broken, at any moment


@dataclass(frozen=True)
class Choice:
    """A question that was chosen, the landmarks it takes, and how likely a guess is right."""

    question_id: str
    takes: frozenset[str]
    guess: float


def next_choice(user: User, thinking: Thinking, passed_over: Collection[str]) -> Choice | None:
    """Return the question to ask next; None where no question left would tell enough.

    When where to start seems settled, a module that would be skipped unseen is asked about all the same.

    Args:
        passed_over: the ids of questions not to ask: asked already, or not there any more.
    """
    groups = {
        takes: left
        for takes, questions in _groups(thinking.marks).items()
        if (left := [question for question in questions if question not in passed_over])
    }
    worth = {takes: thinking.belief.information(takes, LUCKY) for takes in groups}
    best_first = sorted(groups, key=lambda takes: (-worth[takes], sorted(takes)))
    wanted = [takes for takes in best_first if worth[takes] >= LEAST_WORTH_ASKING]
    proofs = [takes for mark in thinking.unproved for takes in best_first if mark in takes]
    choices = (_best(takes, _least_asked(user, groups[takes])) for takes in (*wanted, *proofs))
    return next((choice for choice in choices if choice is not None), None)


def guess_of(parts: Iterable[Part]) -> float | None:
    """Return how likely a guess is right; None for a kind of answer that is not asked here.

    What is drawn, written as code or marked by oneself takes too long where ten questions take ten minutes.
    """
    chances = [_chance_to_guess(part) for part in parts]
    found = [chance for chance in chances if chance is not None]
    return prod(found) if found and len(found) == len(chances) else None


def _chance_to_guess(part: Part) -> float | None:
    kind = answer_type(part.type)
    if kind.is_typed:
        return LUCKY
    if part.type not in ("choice", "choices"):
        return None
    options = len(kind.public(part.key)["options"])
    return 1 / options if part.type == "choice" else 0.5**options


def _groups(marks: frozenset[str]) -> Mapping[frozenset[str], list[str]]:
    """The questions of the course by the landmarks they take. One of a single form would give itself away."""
    under = below(current_skills())
    groups = defaultdict(list)
    for question in current_question_tags():
        takes = taken_by(question.skills, marks, under)
        if takes is not None and not question.is_fixed:
            groups[takes].append(question.id)
    return groups


def _least_asked(user: User, question_ids: Sequence[str]) -> list[str]:
    """Those first that an earlier run did not ask."""
    mine = Sitting.objects.filter(user=user, purpose=DIAGNOSTIC, question_id__in=question_ids)
    asked = set(mine.values_list("question_id", flat=True))
    return sorted(question_ids, key=lambda name: name in asked)


def _best(takes: frozenset[str], question_ids: Sequence[str]) -> Choice | None:
    """Return the first question that is typed; without one, the one hardest to guess."""
    found = []
    for choice in _choices(takes, question_ids[:MOST_LOOKED_AT]):
        if choice.guess <= LUCKY:  # of several parts, all typed, it is less
            return choice
        found.append(choice)
    return min(found, key=lambda choice: choice.guess, default=None)


def _choices(takes: frozenset[str], question_ids: Sequence[str]) -> Iterator[Choice]:
    for question_id in question_ids:
        try:
            guess = guess_of(current_question(question_id).variant(0).parts)
        except GONE:
            continue
        if guess is not None:
            yield Choice(question_id, takes, guess)
