from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from upslope.course import Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course, current_quiz
from upslope.web.lessons.way import way_from
from upslope.web.practice.cards import question_cards
from upslope.web.practice.standing import standing_of


def quiz_page(request: LearnerRequest, item: Item) -> HttpResponse:
    """Every question of the quiz on one page, each as its learner left it."""
    quiz = current_quiz(item)
    context = {
        "item": item,
        "quiz": quiz,
        "intro": mark_safe(quiz.intro_html),
        "cards": question_cards(request, quiz.question_ids, "quiz"),
        "standing": standing_of(request.user, quiz),
        "way": way_from(current_course(), item),
    }
    return render(request, "practice/quiz.html", context)
