"""Which questions a review may ask a learner, and which of them it asks for a skill."""

from collections.abc import Collection, Sequence

from django.db.models import Max, Q

from upslope.course import QuestionTags
from upslope.web.accounts.models import User
from upslope.web.course_access import current_question_tags
from upslope.web.practice.models import Sitting
from upslope.web.practice.remarks import RIGHT


def askable_questions(user: User) -> list[QuestionTags]:
    """Return the questions that can be asked in a review.

    A question of one form would tell its answer to whoever still has it before them in the course, so it is
    asked only where nothing is left to earn with it.
    """
    tags = current_question_tags()
    fixed = [question.id for question in tags if question.is_fixed]
    settled = _settled(user, fixed) if fixed else set()
    return [question for question in tags if not question.is_fixed or question.id in settled]


def chosen_question(
    user: User, skill_id: str, questions: Sequence[QuestionTags], begun: Collection[str]
) -> str | None:
    """Return the question to ask for the skill, None if there is none.

    Questions that need no skill the learner has not begun go first; among them, the one asked longest ago.
    """
    fitting = [question for question in questions if skill_id in question.skills]
    familiar = [question for question in fitting if set(begun).issuperset(question.skills)] or fitting
    asked = _last_asked(user, [question.id for question in familiar])
    return min((question.id for question in familiar), key=lambda name: asked.get(name, 0), default=None)


def _settled(user: User, question_ids: Sequence[str]) -> set[str]:
    mine = Sitting.objects.filter(user=user, question_id__in=question_ids, purpose=Sitting.Purpose.COURSE)
    done = mine.filter(Q(solution_shown=True) | Q(attempts__credit__gte=RIGHT))
    return set(done.values_list("question_id", flat=True))


def _last_asked(user: User, question_ids: Sequence[str]) -> dict[str, int]:
    mine = Sitting.objects.filter(user=user, question_id__in=question_ids)
    return dict(mine.values_list("question_id").annotate(Max("pk")))
