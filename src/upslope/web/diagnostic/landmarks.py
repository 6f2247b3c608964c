"""The landmarks of the course, and which of them a question takes."""

from collections.abc import Iterable, Mapping, Sequence

from upslope.course import Course, Skill
from upslope.web.diagnostic.knowledge import Landmark
from upslope.web.diagnostic.survey import chances_of

Below = Mapping[str, frozenset[str]]
"""For each skill, all it stands on, however far down."""


def below(skills: Sequence[Skill]) -> Below:
    """Return what each skill stands on. The skills come in the order of skills.toml: needs first."""
    found: dict[str, frozenset[str]] = {}
    for skill in skills:
        found[skill.id] = frozenset(skill.needs).union(*(found[need] for need in skill.needs))
    return found


def landmarks_of(
    skills: Sequence[Skill], backgrounds: Mapping[str, str], answers: Mapping[str, str]
) -> list[Landmark]:
    """Return the landmarks, each after those it stands on.

    Args:
        backgrounds: which background makes a landmark likely; one that is no skill of the course is left out.
        answers: those of the survey.
    """
    under = below(skills)
    marks = frozenset(backgrounds)
    return [
        Landmark(skill.id, under[skill.id] & marks, chances_of(backgrounds[skill.id], answers))
        for skill in skills
        if skill.id in marks
    ]


def way_of(course: Course, skills: Sequence[Skill], marks: frozenset[str]) -> list[str]:
    """Return the landmarks in the order in which lessons teach them; what is only read up is left out."""
    kinds = {item.full_id: item.kind for item in course.items}
    places = list(kinds)
    taught = [
        skill for skill in skills if skill.id in marks and kinds.get(skill.lesson, "reading") != "reading"
    ]
    return [skill.id for skill in sorted(taught, key=lambda skill: places.index(skill.lesson))]


def taken_by(tags: Iterable[str], marks: frozenset[str], under: Below) -> frozenset[str] | None:
    """Return the landmarks that a question takes, without those that others of them stand on.

    None where it tells nothing about them, or takes more than they do: a wrong answer might be due to that.
    """
    tagged = frozenset(tags)
    taken = tagged & marks
    carried = frozenset[str]().union(*(under.get(mark, frozenset()) for mark in taken))
    return taken - carried if taken and tagged <= taken | carried else None
