"""The page of a game: its rules in words, and the game where the learner left it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from upslope.course.schema import Item
from upslope.maths.sandpits.extremes import FIELD
from upslope.maths.sandpits.playing import HOLLOW_WITHIN
from upslope.maths.sandpits.walking import PROBES, WINS_WITHIN
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.accounts.models import User
from upslope.web.course_access import current_lesson
from upslope.web.labs.answers import page_address
from upslope.web.labs.models import LabWork
from upslope.web.lessons.page_context import page_context
from upslope.web.sandpit.games.modes import Mode
from upslope.web.sandpit.games.rules import Rules, rules_of
from upslope.web.sandpit.games.scores import scores_of
from upslope.web.sandpit.games.starting import newest_games
from upslope.web.sandpit.games.state import knows_hessian, state_of


def sandpit_game_page(request: LearnerRequest, item: Item) -> HttpResponse:
    """Show the newest game of each mode, the latest of them first, and the lists of the best."""
    lesson = current_lesson(item)
    context = page_context(request, item, lesson, [mark_safe(lesson.html)]) | {
        "game_page": _page(request.user, item, rules_of(item))
    }
    return render(request, "sandpit/game.html", context)


def _page(user: User, item: Item, rules: Rules) -> dict[str, Any]:
    hessian = knows_hessian(user, item.full_id)
    games = newest_games(user, item.full_id, rules.modes)
    start = reverse("sandpit:games", args=[item.module, item.id])
    return {
        "field": FIELD,
        "most": PROBES,
        "wins_within": WINS_WITHIN,
        "minimum_within": HOLLOW_WITHIN,
        "has_hessian": hessian,
        "modes": [_mode(mode) for mode in rules.modes],
        "games": [state_of(game, hessian=hessian) for game in games],
        "scores": scores_of(user, rules.modes),
        "strategy": _strategy(user, rules),
        "addresses": {
            "start": start,
            "history": start,
            "scores": reverse("sandpit:scores", args=[item.module, item.id]),
        },
    }


def _mode(mode: Mode) -> dict[str, Any]:
    return {
        "mode": mode.slug,
        "title": mode.title,
        "sentence": mode.sentence,
        "has_arrow": mode.has_arrow,
        "is_daily": mode.is_daily,
        "takes_name": not mode.is_daily,
        "own_steps": mode.own_steps,
    }


def _strategy(user: User, rules: Rules) -> dict[str, Any]:
    """Where the learner writes ``next_step``, and whether they have been there."""
    lab = rules.next_step_from
    if not lab or not any(mode.own_steps for mode in rules.modes):
        return {"is_written": False, "address": ""}
    is_written = LabWork.objects.filter(user=user, item_id=lab).exists()
    return {"is_written": is_written, "address": page_address(lab)}
