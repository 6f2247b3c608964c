"""How a learner stands in a quiz. Retries can only help: each question counts by its best credited answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.db.models import Max

from upslope.course import Item, Quiz
from upslope.web.accounts.models import User
from upslope.web.course_access import current_quiz
from upslope.web.lessons.progress import record
from upslope.web.practice.models import Attempt, Sitting
from upslope.web.practice.place import anchor_of
from upslope.web.practice.remarks import RIGHT

State = Literal["not tried", "partly", "right"]
WORDS: dict[State, str] = {
    "not tried": "not tried yet",
    "partly": "tried, not fully right yet",
    "right": "right",
}


@dataclass(frozen=True)
class QuestionStanding:
    """One question of the quiz: its best credit from 0 to 1, or None before the first attempt."""

    number: int
    anchor: str
    best: float | None

    @property
    def state(self) -> State:
        if self.best is None:
            return "not tried"
        return "right" if self.best >= RIGHT else "partly"

    @property
    def words(self) -> str:
        return WORDS[self.state]


@dataclass(frozen=True)
class QuizStanding:
    """All questions of a quiz, the score over them, and what it takes to pass."""

    questions: tuple[QuestionStanding, ...]
    pass_mark: float

    @property
    def score(self) -> float:
        """The mean over the questions; one that was never tried counts nothing."""
        return sum(question.best or 0.0 for question in self.questions) / len(self.questions)

    @property
    def percent(self) -> int:
        """The score for reading: rounded down, so that nobody sees a pass they do not have."""
        return int(100 * self.score + 1e-6)

    @property
    def pass_percent(self) -> int:
        return round(100 * self.pass_mark)

    @property
    def is_passed(self) -> bool:
        return self.score >= self.pass_mark - 1e-9

    @property
    def is_complete(self) -> bool:
        """Whether every question is right."""
        return all(question.state == "right" for question in self.questions)

    @property
    def tried(self) -> int:
        return sum(question.best is not None for question in self.questions)

    @property
    def right(self) -> int:
        return sum(question.state == "right" for question in self.questions)


def standing_of(user: User, quiz: Quiz) -> QuizStanding:
    """Return how the learner stands, from every attempt on any variant."""
    best = _best_credits(user, quiz.question_ids)
    questions = tuple(
        QuestionStanding(number, anchor_of(question_id), best.get(question_id))
        for number, question_id in enumerate(quiz.question_ids, start=1)
    )
    return QuizStanding(questions, quiz.pass_mark)


def record_standing(user: User, item: Item) -> QuizStanding:
    """Return how the learner stands now, and keep it as progress on the item."""
    standing = standing_of(user, current_quiz(item))
    record(user, item.full_id, score=standing.score, done=standing.is_passed)
    return standing


def _best_credits(user: User, question_ids: Iterable[str]) -> dict[str, float]:
    """What was answered in a review neither helps nor hurts."""
    taken = Sitting.objects.filter(
        user=user, question_id__in=list(question_ids), purpose=Sitting.Purpose.COURSE
    )
    rows = (
        Attempt.objects.filter(sitting__in=taken)
        .order_by()
        .values_list("sitting__question_id")
        .annotate(Max("credit"))
    )
    return dict(rows)
