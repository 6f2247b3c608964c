"""What is believed of a learner in a run: the survey to begin with, and every answer since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from upslope.course import Skill
from upslope.course.starting_point import load_starting_point
from upslope.web.course_access import current_course, current_item, current_skills
from upslope.web.diagnostic.knowledge import Belief, Landmark, evidence_of, prior
from upslope.web.diagnostic.landmarks import landmarks_of, way_of
from upslope.web.diagnostic.models import DiagnosticRun, DiagnosticStep
from upslope.web.diagnostic.path import LIKELY
from upslope.web.diagnostic.survey import answers_of

# Nobody is said to know what no answer has shown: at most probably, and not even that in a module of which no
# answer has shown anything.
NOT_SHOWN = 0.8
NOT_TOUCHED = 0.5


@dataclass(frozen=True)
class Thinking:
    """The landmarks as the course has them now, and what the settled steps of a run say about them."""

    landmarks: Sequence[Landmark]
    skills: Mapping[str, Skill]
    steps: Sequence[DiagnosticStep]

    @cached_property
    def marks(self) -> frozenset[str]:
        return frozenset(mark.id for mark in self.landmarks)

    @cached_property
    def way(self) -> list[str]:
        """The landmarks in the order in which they are taught."""
        return way_of(current_course(), tuple(self.skills.values()), self.marks)

    @cached_property
    def belief(self) -> Belief:
        belief = prior(self.landmarks, self.way)
        for step in self._telling:
            belief = belief.after(evidence_of(frozenset(step.takes), step.guess, step.score))
        return belief

    @cached_property
    def shown(self) -> frozenset[str]:
        """The landmarks that were asked about, and all that the right ones of them stand on."""
        asked = frozenset(mark for step in self._telling for mark in step.takes)
        right = frozenset(mark for step in self._telling if step.score for mark in step.takes)
        return asked.union(*(mark.needs for mark in self.landmarks if mark.id in right))

    @cached_property
    def levels(self) -> dict[str, float]:
        """How likely each landmark is known, with all caution."""
        return {mark: min(self.belief.chance({mark}), self._most(mark)) for mark in sorted(self.marks)}

    @property
    def unproved(self) -> list[str]:
        """The landmarks of the module to start in, where only caution says so: nothing was asked of it."""
        gap = next((mark for mark in self.way if self.levels[mark] < LIKELY), None)
        if gap is None or self.belief.chance({gap}) < LIKELY:
            return []
        return [mark for mark in self.way if self.module(mark) == self.module(gap)]

    def module(self, mark: str) -> str:
        """Return the id of the module that teaches a landmark."""
        return self.skills[mark].lesson.partition("/")[0]

    @cached_property
    def _touched(self) -> frozenset[str]:
        return frozenset(self.module(mark) for mark in self.shown)

    @cached_property
    def _telling(self) -> list[DiagnosticStep]:
        settled = (step for step in self.steps if step.outcome != DiagnosticStep.Outcome.OPEN)
        return [step for step in settled if self.marks.issuperset(step.takes)]

    def _most(self, mark: str) -> float:
        if mark in self.shown:
            return 1.0
        return NOT_TOUCHED if self._touched and self.module(mark) not in self._touched else NOT_SHOWN


def thinking_of(run: DiagnosticRun, steps: Sequence[DiagnosticStep]) -> Thinking:
    """Return what these steps of a run say."""
    point = load_starting_point(current_course(), current_item(run.item_id))
    told = {} if point.is_repeat else answers_of(run.user)
    skills = current_skills()
    landmarks = landmarks_of(skills, point.landmarks, told)
    return Thinking(landmarks, {skill.id: skill for skill in skills}, steps)
