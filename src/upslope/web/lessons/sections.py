"""The sections of a lesson's text as a page shows them: prose, checkpoints, and problems of one's own."""

from collections.abc import Callable, Sequence

from django.utils.safestring import SafeString, mark_safe

from upslope.course import CheckpointChunk, Item, Lesson, OwnProblemChunk
from upslope.web.accounts.learner import LearnerRequest

Cards = Callable[[LearnerRequest, Sequence[str]], Sequence[SafeString]]
OwnProblems = Callable[[LearnerRequest, Item, OwnProblemChunk], SafeString]
Sections = Callable[[LearnerRequest, Item, Lesson], list[SafeString]]


def lesson_sections(
    request: LearnerRequest, item: Item, lesson: Lesson, *, cards: Cards, own_problems: OwnProblems
) -> list[SafeString]:
    """Return the HTML of each section, in order.

    Args:
        cards: gives the HTML of the questions with these ids. Lessons know nothing of practice.
        own_problems: gives the HTML of the form below an example that a learner may change.
    """
    made = iter(cards(request, lesson.checkpoints))
    shown: list[SafeString] = []
    for chunk in lesson.sections:
        if isinstance(chunk, CheckpointChunk):
            shown.append(next(made))
        elif isinstance(chunk, OwnProblemChunk):
            shown.append(own_problems(request, item, chunk))
        else:
            shown.append(mark_safe(chunk.html))
    return shown
