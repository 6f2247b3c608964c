"""Going through a review: begin, the next question, stop. Each step may arrive twice and counts once."""

from collections.abc import Sequence

from django.db import transaction

from upslope.course import QuestionTags
from upslope.web.accounts.models import User
from upslope.web.practice.models import Sitting
from upslope.web.practice.sittings import REVIEW, leave, open_sitting
from upslope.web.review.askable import askable_questions, chosen_question
from upslope.web.review.models import ReviewSession, SkillMemory


def open_session(user: User) -> ReviewSession | None:
    """Return the review under way, at a question that still exists, or None."""
    session = ReviewSession.objects.filter(user=user, is_open=True).select_related("user").first()
    if session is None:
        return None
    if not any(question.id == session.question_id for question in askable_questions(user)):
        _ask(session)  # the course has changed since
    return session if session.is_open else None


def begin(user: User, skills: Sequence[str], questions: Sequence[str] = ()) -> None:
    """Begin a review of the skills, in their order; one that was under way ends.

    Args:
        questions: the question to ask for each skill; a fitting one is chosen where there is none.
    """
    with transaction.atomic():
        stop(user)
        if skills:
            _ask(ReviewSession(user=user, skills=list(skills), questions=list(questions)))


def sitting_in(session: ReviewSession) -> Sitting:
    """Return the sitting at the question that is asked now."""
    return open_sitting(session.user, session.question_id, REVIEW)


def go_on(user: User, sitting_id: int) -> ReviewSession | None:
    """Leave the question of this sitting and ask for the next skill; after the last one the review ends.

    Return the review as it is then. From a page that shows an earlier question, or pressed twice, nothing
    happens, and None is returned.
    """
    with transaction.atomic():
        session = open_session(user)
        here = sitting_in(session) if session else None
        if session is None or here is None or here.pk != sitting_id:
            return None
        leave(here)
        session.position += 1
        _ask(session)
        return session


def stop(user: User) -> None:
    """End the review under way. What was answered counts; what was not stays due."""
    for session in ReviewSession.objects.filter(user=user, is_open=True):
        open_ones = Sitting.objects.filter(user=user, question_id=session.question_id, purpose=REVIEW)
        open_ones.filter(is_open=True).update(is_open=False)
        session.is_open = False
        session.save()


def _ask(session: ReviewSession) -> None:
    """Choose a question for the skill at hand, or for the first one after it that has any."""
    questions = askable_questions(session.user)
    begun = set(SkillMemory.objects.filter(user=session.user).values_list("skill_id", flat=True))
    while session.position < len(session.skills):
        found = _named(session, questions) or chosen_question(
            session.user, session.skill_id, questions, begun
        )
        if found:
            session.question_id = found
            break
        session.position += 1
    session.is_open = session.position < len(session.skills)
    session.save()


def _named(session: ReviewSession, questions: Sequence[QuestionTags]) -> str | None:
    """The question that was named for this turn, unless the course has lost it since."""
    return next((question.id for question in questions if question.id == session.wanted), None)
