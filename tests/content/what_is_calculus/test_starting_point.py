"""Where learners are sent on the real map of skills, as if every landmark had questions enough."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from upslope.course import Course, Skill, default_course_path, load_course, load_skills
from upslope.course.starting_point import BACKGROUNDS, StartingPoint, load_starting_point
from upslope.web.diagnostic.asking import LEAST_WORTH_ASKING, LUCKY
from upslope.web.diagnostic.knowledge import evidence_of, prior
from upslope.web.diagnostic.landmarks import below, landmarks_of, way_of
from upslope.web.diagnostic.path import path_of
from upslope.web.diagnostic.runs import MOST_QUESTIONS

ITEM = "what-is-calculus/starting-point"
COURSE: Course = load_course(Path(default_course_path()))
SKILLS: tuple[Skill, ...] = load_skills(COURSE)
POINT: StartingPoint = load_starting_point(COURSE, COURSE.item(ITEM))
UNDER = below(SKILLS)
WAY = way_of(COURSE, SKILLS, frozenset(POINT.landmarks))
MOST_STATES = 2000  # the belief has a weight for each, and is worked out at every answer
HONEST: Mapping[str, Mapping[str, str]] = {
    "who tells nothing": {},
    "who comes back": {"school": "years", "derivatives": "faded", "matrices": "faded", "gradients": "new"},
    "who begins": {"school": "ages", "derivatives": "new", "matrices": "new", "gradients": "new"},
}


def asked_on(known: frozenset[str], told: Mapping[str, str]) -> tuple[dict[str, float], int]:
    """Ask a learner who knows these and never slips; return what comes out, and after how many questions."""
    belief = prior(landmarks_of(SKILLS, POINT.landmarks, told), WAY)
    asked: list[str] = []
    while len(asked) < MOST_QUESTIONS:
        left = [mark for mark in POINT.landmarks if asked.count(mark) < 3]
        worth = {mark: belief.information(frozenset({mark}), LUCKY) for mark in left}
        best = max(worth, key=lambda mark: worth[mark])
        if worth[best] < LEAST_WORTH_ASKING:
            break
        belief = belief.after(evidence_of(frozenset({best}), LUCKY, 1.0 if best in known else None))
        asked.append(best)
    return {mark: belief.chance({mark}) for mark in POINT.landmarks}, len(asked)


def start_of(levels: Mapping[str, float]) -> str:
    new = path_of(COURSE, SKILLS, levels).new
    return new[0].skill.id if new else ""


def test_there_are_few_enough_states_of_knowledge() -> None:
    assert len(prior(landmarks_of(SKILLS, POINT.landmarks, {}), WAY).states) <= MOST_STATES


def test_every_module_has_a_landmark_and_every_background_makes_one_likely() -> None:
    lessons = {skill.id: skill.lesson for skill in SKILLS}

    assert {lessons[mark].partition("/")[0] for mark in POINT.landmarks} == {one.id for one in COURSE.modules}
    assert set(POINT.landmarks.values()) == set(BACKGROUNDS)


@pytest.mark.parametrize("told", HONEST.values(), ids=HONEST)
def test_who_knows_nothing_is_sent_to_the_first_landmark_after_a_few_questions(
    told: Mapping[str, str],
) -> None:
    levels, count = asked_on(frozenset(), told)

    assert start_of(levels) == WAY[0]
    assert count <= 4


@pytest.mark.parametrize("place", range(0, len(WAY) + 1, 2))
def test_who_tells_nothing_and_knows_the_way_up_to_a_landmark_is_sent_there(place: int) -> None:
    """What the way is known up to is known with all it stands on, whether that is taught before or not."""
    known = frozenset(WAY[:place]).union(*(UNDER[mark] for mark in WAY[:place]))
    missing = next((mark for mark in WAY if mark not in known), "")

    assert start_of(asked_on(known, {})[0]) == missing


def test_who_knows_the_first_module_is_never_sent_back_into_it() -> None:
    known = frozenset(mark for mark in WAY if POINT.landmarks[mark] in ("school", "derivatives"))
    for told in HONEST.values():
        assert start_of(asked_on(known, told)[0]) not in known
