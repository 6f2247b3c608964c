"""What came out of a run, as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from upslope.course import Item
from upslope.course.starting_point import load_starting_point
from upslope.web.accounts.models import User
from upslope.web.course_access import current_course, current_item, current_skills
from upslope.web.diagnostic.advice import Advice
from upslope.web.diagnostic.models import DiagnosticRun, DiagnosticStep
from upslope.web.diagnostic.path import Path, path_of
from upslope.web.diagnostic.reasons import outcome_words, reason
from upslope.web.diagnostic.survey import SurveyQuestion, answers_of, survey
from upslope.web.practice.fields import Option, fields_of
from upslope.web.practice.models import Attempt
from upslope.web.practice.remarks import Remarks, remarks_on
from upslope.web.practice.wording import to_html


@dataclass(frozen=True)
class ShownStep:
    """A question that was asked, what was made of the answer, and the solution."""

    step: DiagnosticStep

    @property
    def title(self) -> str:
        return self.step.sitting.variant.title if self.step.sitting else ""

    @property
    def prompt(self) -> SafeString:
        return to_html(self.step.sitting.variant.prompt) if self.step.sitting else SafeString("")

    @property
    def solution(self) -> SafeString:
        return to_html(self.step.sitting.variant.solution) if self.step.sitting else SafeString("")

    @property
    def words(self) -> str:
        return outcome_words(self.step)

    @property
    def chosen(self) -> list[Option]:
        """What was ticked."""
        sitting, attempt = self.step.sitting, self._attempt
        if sitting is None or attempt is None:
            return []
        fields = fields_of(sitting.variant, attempt.answers, f"step-{self.step.pk}")
        return [option for field in fields for option in field.lists.get("options", ()) if option.is_chosen]

    @cached_property
    def remarks(self) -> Remarks | None:
        """What is said about the answer, as on a question card; None where there was none."""
        sitting, attempt = self.step.sitting, self._attempt
        if sitting is None or attempt is None:
            return None
        return remarks_on(sitting.variant, attempt.feedback, attempt.answers)

    @cached_property
    def _attempt(self) -> Attempt | None:
        return next(iter(self.step.sitting.attempts.all()), None) if self.step.sitting else None


@dataclass(frozen=True)
class ShownResult:
    """The newest run, and what it means."""

    run: DiagnosticRun
    path: Path
    steps: tuple[ShownStep, ...]
    told: tuple[SurveyQuestion, ...]
    aim: Item | None
    aim_words: str
    minutes_a_week: int
    has_earlier: bool

    @cached_property
    def advice(self) -> Advice:
        return Advice(self.path)

    @property
    def reason(self) -> str:
        return reason(self.advice, [shown.step for shown in self.steps])

    @property
    def needs_python(self) -> bool:
        """Whether Python is new to the learner, by their own words."""
        return any(one.id == "python" and one.chosen == "new" for one in self.told)

    @property
    def time_to_aim(self) -> str:
        return self.advice.time_to(self.aim) if self.aim and self.advice.start else ""

    @property
    def weeks(self) -> int:
        """How many weeks the rest of the course takes; 0 where nobody can say."""
        return self.advice.weeks(self.minutes_a_week) if self.minutes_a_week and self.advice.start else 0


def shown_steps(run: DiagnosticRun) -> tuple[ShownStep, ...]:
    """Return the questions of a run with what was made of each answer."""
    steps = run.steps.select_related("sitting__stored").prefetch_related("sitting__attempts")
    return tuple(ShownStep(step) for step in steps)


def shown_result(user: User, runs: Sequence[DiagnosticRun]) -> ShownResult:
    """Return what to show of the newest of these runs; the first of them is what it is compared with."""
    run, first = runs[-1], runs[0]
    steps = shown_steps(run)
    asked = {mark for shown in steps for mark in shown.step.takes}
    earlier = first.levels if len(runs) > 1 else None
    path = path_of(current_course(), current_skills(), run.levels, asked, earlier)
    aims = load_starting_point(current_course(), current_item(run.item_id)).aims
    answers = answers_of(user)
    aim = next((aim for aim in aims if aim.id == answers.get("aim") and aim.item), None)
    pace = answers.get("pace", "")
    return ShownResult(
        run=run,
        path=path,
        steps=steps,
        told=tuple(one for one in survey(aims, answers) if one.chosen),
        aim=current_item(aim.item) if aim else None,
        aim_words=aim.words if aim else "",
        minutes_a_week=int(pace) if pace.isdecimal() else 0,
        has_earlier=earlier is not None,
    )
