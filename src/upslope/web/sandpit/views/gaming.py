"""Playing: a game is started, sticks are put in, it is given up, and its pit is shown at the end.

Every answer to a change holds the whole game, a refusal too, so that no page can stay behind.
"""

import uuid
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_item
from upslope.web.sandpit.games.own_steps import put_in_steps, steps_for
from upslope.web.sandpit.games.playing import give_up, put_in
from upslope.web.sandpit.games.posted import only, read_mode, read_name, read_number, read_place
from upslope.web.sandpit.games.refusals import NOT_NOW, NOT_OVER, NOT_YOURS, Refused
from upslope.web.sandpit.games.reveal import revealed
from upslope.web.sandpit.games.rules import rules_of
from upslope.web.sandpit.games.scores import history_of, scores_of
from upslope.web.sandpit.games.starting import choice_of, start
from upslope.web.sandpit.games.state import knows_hessian, state_of
from upslope.web.sandpit.models import SandpitGame
from upslope.web.turn_taking import Turns

Act = Callable[[SandpitGame], str]
"""Changes a game that is locked, and returns what is to be said first."""

_turns = Turns()


@require_http_methods(["GET", "HEAD", "POST"])
def games(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Start a game, or give back the open one of its kind (POST); or list those that are over."""
    here = current_item(f"{module}/{item}")
    rules = rules_of(here)
    if request.method != "POST":
        return JsonResponse({"games": history_of(request.user, here.full_id)})
    try:
        fields = only(request.POST, "mode", "name", "same_as")
        mode = read_mode(fields, rules.modes)
        choice = choice_of(request.user, mode, read_name(fields), fields.get("same_as", ""))
        return _show(start(request.user, here.full_id, mode, choice))
    except Refused as why:
        return _refuse(None, why)


@require_safe
def game(request: LearnerRequest, game_id: uuid.UUID) -> HttpResponse:
    """Show a game of the learner's own."""
    return _show(_own(request, game_id))


@require_POST
def probe(request: LearnerRequest, game_id: uuid.UUID) -> HttpResponse:
    """Put a stick in."""

    def act(game: SandpitGame) -> str:
        fields = only(request.POST, "x", "y", "number")
        put_in(game, read_number(fields), read_place(fields))
        return ""

    return _change(request, game_id, act)


@require_POST
def steps(request: LearnerRequest, game_id: uuid.UUID) -> HttpResponse:
    """Let the learner's own function take up to five steps."""
    with _turns.turn((request.user.pk, "sandpit")) as is_mine:
        return _steps(request, game_id) if is_mine else _show(_own(request, game_id))


@require_POST
def end(request: LearnerRequest, game_id: uuid.UUID) -> HttpResponse:
    """Give the game up."""

    def act(game: SandpitGame) -> str:
        only(request.POST)
        give_up(game)
        return ""

    return _change(request, game_id, act)


@require_safe
def reveal(request: LearnerRequest, game_id: uuid.UUID) -> HttpResponse:
    """Show the pit, once the game is over."""
    here = _own(request, game_id)
    if here is None or here.ended is None:
        return _refuse(here, Refused(NOT_OVER, NOT_NOW)) if here else _show(None)
    return JsonResponse(revealed(request.user, here))


@require_safe
def scores(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Show the lists of the best."""
    rules = rules_of(current_item(f"{module}/{item}"))
    return JsonResponse(scores_of(request.user, rules.modes))


def _steps(request: LearnerRequest, game_id: uuid.UUID) -> HttpResponse:
    """The function runs while nothing is locked, for seconds perhaps; then its sticks are put in at once."""
    here = _own(request, game_id)
    if here is None:
        return _show(None)
    try:
        number = read_number(only(request.POST, "number"))
        found = steps_for(here, number)
    except Refused as why:
        return _refuse(here, why)
    return _change(request, game_id, partial(put_in_steps, number=number, steps=found))


def _change(request: LearnerRequest, game_id: uuid.UUID, act: Act) -> HttpResponse:
    with transaction.atomic():
        here = _own(request, game_id, lock=True)
        if here is None:
            return _show(None)
        try:
            said = act(here)
        except Refused as why:
            return _refuse(here, why)
    return _show(here, said)


def _own(request: LearnerRequest, game_id: uuid.UUID, *, lock: bool = False) -> SandpitGame | None:
    games = SandpitGame.objects.select_related("pit")
    if lock:
        games = games.select_for_update(of=("self",))
    found = games.filter(pk=game_id, user=request.user).first()
    if found:
        found.user = request.user  # known already: no need to look it up again
    return found


def _show(game: SandpitGame | None, said: str = "") -> HttpResponse:
    if game is None:
        return JsonResponse({"said": NOT_YOURS, "game": None}, status=404)
    hessian = knows_hessian(game.user, game.item_id)
    return JsonResponse(state_of(game, hessian=hessian, said=said))


def _refuse(game: SandpitGame | None, why: Refused) -> HttpResponse:
    hessian = game is not None and knows_hessian(game.user, game.item_id)
    state = state_of(game, hessian=hessian) if game else None
    return JsonResponse({"said": str(why), "game": state}, status=why.status)
