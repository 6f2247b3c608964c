"""When a skill is due again: the ``fsrs`` scheduler, told how a sitting went.

The README of fsrs says what its ratings mean: Again, forgot; Hard, remembered with serious difficulty; Good,
remembered after a hesitation; Easy, remembered easily. A page sees difficulty in wrong tries and hints, and
cannot see ease (a quick answer may only be a short one), so nothing is ever rated Easy.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, cast

from fsrs import Card, Rating, Scheduler

from upslope.web.practice.models import Attempt, Sitting
from upslope.web.practice.remarks import RIGHT

# No learning steps of minutes: a skill comes back on another day. No fuzz: the same answers, the same dates.
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
# Whoever learns in the evening can review the next morning: what falls due in half a day is due today.
EARLY = timedelta(hours=12)
WEEK = timedelta(days=7)
WRONG_TRIES_FORGIVEN = 1

CardData = dict[str, Any]


def rating_of(sitting: Sitting) -> Rating:
    """Return what the sitting counts as, by all that happened up to its first right answer.

    Good: right at once, without help. Hard: right after one wrong try, or with hints. Again: the solution was
    shown, or two tries were wrong, or none was right so far.
    """
    wrong = _wrong_tries(sitting.attempts.all())
    if wrong is None or wrong > WRONG_TRIES_FORGIVEN:
        return Rating.Again
    return Rating.Hard if wrong or sitting.hints_shown else Rating.Good


def _wrong_tries(attempts: Iterable[Attempt]) -> int | None:
    """Return how many tries came before the first that was right and counted; None if there is none."""
    return next((place for place, attempt in enumerate(attempts) if attempt.credit >= RIGHT), None)


def reviewed(card: CardData | None, rating: Rating, at: datetime) -> CardData:
    """Return the card after a review; a skill that was never reviewed has no card yet.

    Args:
        at: when, in UTC.
    """
    known = Card.from_dict(cast(Any, card)) if card else Card(card_id=0, due=at)
    return dict(SCHEDULER.review_card(known, rating, at)[0].to_dict())


def last_review(card: CardData) -> datetime:
    """Return when the card was last reviewed."""
    return datetime.fromisoformat(card["last_review"])


def due(card: CardData) -> datetime:
    """Return when the card is due."""
    return datetime.fromisoformat(card["due"])


def recall(card: CardData, at: datetime) -> float:
    """Return how likely the skill would still be there at a time, from 0 to 1."""
    return float(SCHEDULER.get_card_retrievability(Card.from_dict(cast(Any, card)), at))
