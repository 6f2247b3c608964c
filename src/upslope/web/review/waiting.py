"""When the next review is, in words. Pages know no time zone, so they count in days."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from upslope.web.review.scheduling import EARLY
from upslope.web.review.skill_states import SkillState

DAY = timedelta(days=1)
A_FEW_HOURS = timedelta(hours=6)


def next_review(begun: Sequence[SkillState], now: datetime) -> tuple[str, int]:
    """Return when the first skill falls due, and how many are due on that day."""
    waits = [_days(state.memory.due - EARLY - now) for state in begun]
    first = min(waits)
    return _in_words(first), waits.count(first)


def _days(wait: timedelta) -> int:
    """Nights to wait, as far as can be told without knowing the hour; a few hours are still today."""
    return 0 if wait < A_FEW_HOURS else max(1, round(wait / DAY))


def _in_words(days: int) -> str:
    return {0: "later today", 1: "tomorrow"}.get(days, f"in {days} days")
