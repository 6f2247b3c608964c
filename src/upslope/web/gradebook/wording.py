"""Numbers of the gradebook in words."""

MINUTE = 60.0
WEAK, FAIR, STRONG = 0.1, 0.2, 0.35  # of a correlation; below WEAK a question says little, or the opposite


def percent(score: float | None) -> str:
    """Return a score from 0 to 1 for reading, with a decimal where it has one; a dash for none.

    Rounded down, so that nobody sees a pass they do not have.
    """
    if score is None:
        return "–"
    return f"{int(1000 * score + 1e-6) / 10:g} %"


def whole_percent(score: float | None) -> int | None:
    """Return a score from 0 to 1 in whole percent, rounded down."""
    return None if score is None else int(100 * score + 1e-6)


def discrimination_words(value: float | None) -> str:
    """Say what a question's correlation (−1 to 1) with the rest of its quiz means."""
    if value is None:
        return "too few answers to tell"
    number = f"{value:.2f}".replace("-", "−")
    if value < -WEAK:
        return f"{number}: those who know the rest do worse here; look at the question"
    if value < WEAK:
        return f"{number}: says little about who knows the rest"
    return f"{number}: {'a little' if value < FAIR else 'fairly' if value < STRONG else 'well'}"


def time_words(seconds: float | None) -> str:
    """Return a median time for reading."""
    if seconds is None:
        return "nobody yet"
    if seconds < MINUTE:
        return "less than a minute"
    minutes = round(seconds / MINUTE)
    return f"{minutes} minute{'' if minutes == 1 else 's'}"
