"""The page of an item: the app that knows its kind shows it."""

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from upslope.course import Item
from upslope.course.plugins import COURSE_REVIEW, EXPLORER, STARTING_POINT, plugin_page
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_item
from upslope.web.diagnostic.views.page import starting_point_page
from upslope.web.explorer.views.page import explorer_page
from upslope.web.labs.views.page import lab_page
from upslope.web.lessons.progress import record
from upslope.web.lessons.sections import lesson_sections
from upslope.web.lessons.views.coming import coming_page
from upslope.web.lessons.views.lesson import lesson_page
from upslope.web.looking_back.views.page import course_review_page
from upslope.web.own_problems.form import own_problem_form
from upslope.web.practice.cards import question_cards
from upslope.web.practice.views.quiz import quiz_page
from upslope.web.sandpit.access import has_sandpit
from upslope.web.sandpit.games.rules import has_game
from upslope.web.sandpit.views.game_page import sandpit_game_page
from upslope.web.sandpit.views.page import sandpit_lab_page

sections = partial(
    lesson_sections, cards=partial(question_cards, context="checkpoint"), own_problems=own_problem_form
)
show_lesson = partial(lesson_page, sections=sections)
PAGES: dict[str, Callable[[LearnerRequest, Item], HttpResponse]] = {
    "lesson": show_lesson,
    "reading": show_lesson,
    "quiz": quiz_page,
    "graded-quiz": quiz_page,
    "lab": show_lesson,
    "assignment": show_lesson,
    "plugin": show_lesson,
    "discussion": show_lesson,
}
PLUGINS: dict[str, Callable[[LearnerRequest, Item], HttpResponse]] = {
    EXPLORER: partial(explorer_page, sections=sections),
    STARTING_POINT: starting_point_page,
    COURSE_REVIEW: course_review_page,
}


@require_safe
def item_page(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Show the item, and note that the learner has opened it."""
    here = current_item(f"{module}/{item}")
    if here.status == "coming":
        return coming_page(request, here)
    record(request.user, here.full_id)
    return _page_of(here)(request, here)


def _page_of(item: Item) -> Callable[[LearnerRequest, Item], HttpResponse]:
    if item.has_notebook:
        return sandpit_lab_page if has_sandpit(item) else lab_page
    if item.kind == "plugin":
        return PLUGINS.get(plugin_page(item), show_lesson)
    return sandpit_game_page if has_game(item) else PAGES[item.kind]
