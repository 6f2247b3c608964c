"""The quick questions of a recap: asked in a row as a review; from then on their skills come back in time."""

from django.http import Http404

from upslope.course import Item
from upslope.web.accounts.models import User
from upslope.web.course_access import current_lesson
from upslope.web.review import sessions
from upslope.web.review.askable import askable_questions


def begin_flash(user: User, item: Item) -> None:
    """Begin a review of the lesson's flash questions, in their order, each for the first of its skills.

    A review under way ends. Raises Http404 for what is no lesson or is not written yet.
    """
    if item.kind != "lesson" or item.path is None:
        raise Http404(item.full_id)
    askable = {question.id: question for question in askable_questions(user)}
    asked = [askable[name] for name in current_lesson(item).flash if name in askable]
    skills = [question.skills[0] for question in asked if question.skills]
    sessions.begin(user, skills, [question.id for question in asked if question.skills])
