"""What a deadline does to a score. Pure functions on plain data; nothing here asks the database.

A score is from 0 to 1. A *rise* is a moment and the score that was reached then.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

A_DAY = timedelta(days=1)

Rise = tuple[datetime, float]


def due_for(
    deadlines: Mapping[str, datetime],
    extensions: Mapping[tuple[int, str], datetime],
    user_id: int,
    item_id: str,
) -> datetime | None:
    """Return when an item is due for somebody; None where the class has no deadline for it.

    An extension only ever gives more time: when the class's own deadline has moved beyond it, that one holds.

    Args:
        deadlines: the class's own, by item.
        extensions: by user and item.
    """
    due = deadlines.get(item_id)
    if due is None:
        return None
    return max(due, extensions.get((user_id, item_id), due))


def counted_score(
    rises: Iterable[Rise], due: datetime | None, late_percent: float, late_days: int
) -> tuple[float, bool]:
    """Return the score that counts, and whether it came late.

    Each rise is worth its score less its lateness, and the best of them counts; 0 where there is none. It
    came late when only late work reached it, or when there is nothing but late work.

    Args:
        late_percent: percentage points that each day begun after ``due`` costs.
        late_days: after so many days work counts nothing.
    """
    in_time = late = 0.0
    has_late = False
    for at, score in rises:
        if due is None or at <= due:
            in_time = max(in_time, score)
        else:
            has_late = True
            late = max(late, score_after(score, at - due, late_percent, late_days))
    return max(in_time, late), has_late and (late > in_time or in_time == 0)


def score_after(score: float, late_by: timedelta, late_percent: float, late_days: int) -> float:
    """Return what a score is worth that was reached so long after its deadline, at least 0."""
    if late_by > late_days * A_DAY:
        return 0.0
    days_begun = math.ceil(late_by / A_DAY)
    return max(0.0, score - late_percent / 100 * days_begun)


def last_moment(due: datetime, late_days: int) -> datetime:
    """Return until when late work counts anything at all."""
    return due + late_days * A_DAY
