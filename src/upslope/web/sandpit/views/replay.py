"""A finished game, shown to whoever has its address and is in the learner's class."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.answers import page_address
from upslope.web.sandpit.games.classmates import shown_name
from upslope.web.sandpit.games.refusals import HIDDEN, NOT_NOW
from upslope.web.sandpit.games.reveal import revealed
from upslope.web.sandpit.games.starting import is_hidden, replayed
from upslope.web.sandpit.games.state import shown_to_others
from upslope.web.sandpit.games.words import outcome_of, title_of
from upslope.web.sandpit.models import SandpitGame


@require_safe
def replay(request: LearnerRequest, token: str) -> HttpResponse:
    """Say whose game it is and how it went; nothing of the pit, so that one can play it first."""
    game = _finished(request, token)
    module, _, item = game.item_id.partition("/")
    shown = {
        "by": shown_name(game.user),
        "is_yours": game.user_id == request.user.pk,
        "title": title_of(game),
        "mode": game.mode,
        "said": outcome_of(game),
        "count": len(game.probes),
        "is_hidden": is_hidden(request.user, game),
        "address": reverse("sandpit:replay-game", args=[token]),
        "start": reverse("sandpit:games", args=[module, item]),
        "token": token,
        "item_address": page_address(game.item_id),
    }
    return render(request, "sandpit/game_replay.html", {"replay": shown})


@require_safe
def replay_game(request: LearnerRequest, token: str) -> HttpResponse:
    """Return the game and its pit, unless it is today's and the viewer has still to play it."""
    game = _finished(request, token)
    if is_hidden(request.user, game):
        return JsonResponse({"said": HIDDEN, "game": None}, status=NOT_NOW)
    return JsonResponse({"game": shown_to_others(game), "reveal": revealed(request.user, game)})


def _finished(request: LearnerRequest, token: str) -> SandpitGame:
    game = replayed(request.user, token)
    if game is None:
        raise Http404(token)
    return game
