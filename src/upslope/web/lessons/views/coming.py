from django.http import HttpResponse
from django.shortcuts import render

from upslope.course import Item
from upslope.web.accounts.learner import LearnerRequest

SENTENCES = {
    "lesson": "This lesson is still being written.",
    "reading": "This page is still being written.",
    "quiz": "The questions of this practice quiz are still being written.",
    "graded-quiz": "The questions of this graded quiz are still being written.",
    "lab": "This lab is still being built.",
    "assignment": "This assignment is still being built.",
    "plugin": "This tool is still being built.",
    "discussion": "This discussion has not opened yet.",
}


def coming_page(request: LearnerRequest, item: Item) -> HttpResponse:
    """Say that an item is not here yet, and where to go on."""
    return render(request, "lessons/coming.html", {"item": item, "sentence": SENTENCES[item.kind]})
