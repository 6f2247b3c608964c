"""How much each item counts in a class: what can count at all, and what is usual."""

from collections.abc import Mapping

from upslope.course import Course, Item

GRADED = ("graded-quiz", "assignment")
SCORED = ("quiz", *GRADED)
USUAL = 1.0


def can_count(item: Item) -> bool:
    """Whether somebody can reach a score there: what is only read gives none."""
    return item.path is not None and (item.kind in SCORED or item.has_notebook)


def countable(course: Course) -> list[Item]:
    """Return the items that can count, in the course's order."""
    return [item for item in course.items if can_count(item)]


def usual_weights(course: Course) -> dict[str, float]:
    """Return what counts unless a class says otherwise: each graded item once."""
    return {item.full_id: USUAL for item in countable(course) if item.kind in GRADED}


def weights_in(counted: Mapping[str, float], course: Course) -> dict[str, float]:
    """Return how much each item counts in a class that says this; only items that the course has."""
    if not counted:
        return usual_weights(course)
    there = [item.full_id for item in countable(course)]
    return {item_id: counted[item_id] for item_id in there if counted.get(item_id, 0) > 0}


def to_keep(chosen: Mapping[str, float], before: Mapping[str, float], course: Course) -> dict[str, float]:
    """Return what a class has to say so that these items count.

    Nothing when it is the usual. What it said of items that the course does not have now is kept.
    """
    counting = {item_id: weight for item_id, weight in chosen.items() if weight > 0}
    there = {item.full_id for item in course.items}
    gone = {item_id: weight for item_id, weight in before.items() if item_id not in there}
    return {} if counting == usual_weights(course) and not gone else counting | gone
