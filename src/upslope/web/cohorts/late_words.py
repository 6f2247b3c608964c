"""What a late policy means, in a sentence."""

NOTHING = "Work handed in after its deadline counts nothing."


def late_words(late_percent: int, late_days: int) -> str:
    """Return what becomes of late work, with an example.

    Args:
        late_percent: percentage points that each day begun costs.
        late_days: after so many days work counts nothing.
    """
    days = min(late_days, _days_until_nothing_is_left(late_percent)) if late_percent else late_days
    if days == 0:
        return NOTHING
    end = f"After {_amount(days, 'day')} it counts nothing."
    if late_percent == 0:
        return f"Late work loses nothing for {_amount(days, 'day')}. {end}"
    first, second = (max(0, 90 - late_percent * day) for day in (1, 2))
    example = f"90 % becomes {first} % on the first day"
    if days > 1:
        example += f" and {second} % on the second"
    return f"Late work loses {_amount(late_percent, 'percentage point')} for each day begun: {example}. {end}"


def _days_until_nothing_is_left(late_percent: int) -> int:
    """After so many whole days the next one begun takes the last of 100 %."""
    return -(-100 // late_percent) - 1


def _amount(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
