"""What a learner has begun, how well each skill is likely to hold, and what is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils import timezone

from upslope.course import Skill
from upslope.web.accounts.models import User
from upslope.web.course_access import current_skills
from upslope.web.review.askable import askable_questions
from upslope.web.review.models import SkillMemory
from upslope.web.review.scheduling import EARLY, SCHEDULER, WEEK, recall

State = Literal["due", "new", "secure", "practising"]
WORDS: dict[State, str] = {
    "due": "due for a review",
    "new": "new",
    "secure": "secure",
    "practising": "practising",
}


@dataclass(frozen=True)
class SkillState:
    """A skill that was begun. ``module`` is the id of the module it belongs to."""

    skill: Skill
    module: str
    memory: SkillMemory
    now: datetime

    @property
    def is_due(self) -> bool:
        return self.memory.due <= self.now + EARLY

    @property
    def recall(self) -> float:
        """How likely it would come to mind now, from 0 to 1."""
        return recall(self.memory.card, self.now)

    @property
    def hold(self) -> float:
        """How likely it would still come to mind in a week, from 0 to 1."""
        return recall(self.memory.card, self.now + WEEK)

    @property
    def state(self) -> State:
        """Due; new after one sitting; secure if a week without practice would leave it above the aim."""
        if self.is_due:
            return "due"
        if self.memory.times == 1:
            return "new"
        return "secure" if self.hold >= SCHEDULER.desired_retention else "practising"

    @property
    def words(self) -> str:
        return WORDS[self.state]

    @property
    def tenths(self) -> int:
        """``hold`` out of ten, for reading."""
        return round(10 * self.hold)


def begun_skills(user: User) -> list[SkillState]:
    """Return the skills the learner has begun and can be asked about, in the order of skills.toml."""
    memories = {memory.skill_id: memory for memory in SkillMemory.objects.filter(user=user)}
    if not memories:
        return []
    modules: dict[str, str] = {}
    for question in askable_questions(user):
        for skill_id in question.skills:
            modules.setdefault(skill_id, question.module)
    now = timezone.now()
    return [
        SkillState(skill, _module(skill, modules), memories[skill.id], now)
        for skill in current_skills()
        if skill.id in memories and skill.id in modules
    ]


def due_skills(begun: list[SkillState]) -> list[SkillState]:
    """Return those that are due, the one most likely forgotten first."""
    return sorted((state for state in begun if state.is_due), key=lambda state: state.recall)


def weakest_skills(begun: list[SkillState]) -> list[SkillState]:
    """Return all, the one that would fade first coming first."""
    return sorted(begun, key=lambda state: state.hold)


def _module(skill: Skill, modules: Mapping[str, str]) -> str:
    """Return the module of the lesson that teaches the skill; without one, of its first question."""
    return skill.lesson.partition("/")[0] or modules[skill.id]
