"""Pairs the events of the right curve with those of a drawn one."""

from dataclasses import dataclass

from upslope.questions.answer_types.sketch.drawn_curve import DrawnCurve
from upslope.questions.answer_types.sketch.features import Event, Finder

EDGE = 0.04  # of the width: what is so near to an end may have slipped out of the window


@dataclass(frozen=True)
class Plainness:
    """Thresholds for one kind of event: on the right curve from where it is demanded, and from where allowed;
    on a drawn one from where it counts as found, and from where as one too many."""

    demanded: tuple[float, ...]
    allowed: tuple[float, ...]
    found: tuple[float, ...]
    added: tuple[float, ...]


@dataclass(frozen=True)
class Compared:
    """Events of the right curve that were found and missed, and drawn ones that do not belong."""

    found: int
    missed: tuple[Event, ...]
    added: tuple[Event, ...]


def compare_events(find: Finder, plain: Plainness, right: DrawnCurve, drawn: DrawnCurve) -> Compared:
    """Find one kind of event on both curves and pair what is found."""
    return match(
        find(right, *plain.demanded),
        find(drawn, *plain.found),
        find(drawn, *plain.added),
        find(right, *plain.allowed),
    )


def match(demanded: list[Event], found: list[Event], added: list[Event], allowed: list[Event]) -> Compared:
    """Pair each demanded event with the nearest found one that is left; what was added must be allowed."""
    left = list(found)
    missed = []
    demanded = [event for event in demanded if EDGE <= event.place <= 1 - EDGE]
    for event in demanded:
        fitting = [one for one in left if _fits(one, event)]
        if fitting:
            left.remove(min(fitting, key=lambda one: abs(one.place - event.place)))
        else:
            missed.append(event)
    surplus = [one for one in added if one in left and not fits_any(one, allowed)]
    return Compared(len(demanded) - len(missed), tuple(missed), tuple(surplus))


def _fits(drawn: Event, right: Event) -> bool:
    return drawn.kind == right.kind and right.low <= drawn.place <= right.high


def fits_any(drawn: Event, events: list[Event]) -> bool:
    """Return whether a drawn event is of the kind and near the place of one of these."""
    return any(_fits(drawn, event) for event in events)
