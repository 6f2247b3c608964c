"""Steps of the learner's own function: from the latest stick on, up to five at a time."""

import json
from dataclasses import dataclass, replace

import numpy as np
from django.http import Http404

from upslope.grading.errors import SandboxFailed, UnreadableNotebook
from upslope.grading.notebooks.notebook import read_notebook
from upslope.grading.pits.pit_strategy import PitStrategy, pit_strategy
from upslope.maths.sandpits.playing import Place
from upslope.web.accounts.models import User
from upslope.web.course_access import current_item
from upslope.web.labs.lab_access import lab_of
from upslope.web.labs.marking import grading_sandbox
from upslope.web.labs.models import LabWork
from upslope.web.labs.whose_code import require_may_run
from upslope.web.sandpit.games.modes import MODES
from upslope.web.sandpit.games.playing import BY_NEXT_STEP, pit_under, put_in, twin_of
from upslope.web.sandpit.games.refusals import (
    ELSEWHERE,
    NO_OWN_STEPS,
    NO_STICK,
    NOT_HERE,
    NOT_NOW,
    OVER,
    Refused,
)
from upslope.web.sandpit.games.rules import rules_of_id
from upslope.web.sandpit.models import SandpitGame

AT_ONCE = 5
NOT_RUN = "No code can be run on this machine right now. {} Your game and your code are safe."
NOT_WRITTEN = "You have not written a next_step yet. Write one in the lab “{}”, and come back."
NO_LAB = "This course has no lab in which you could write next_step."
STANDS_STILL = "next_step stays where it is, so it was stopped here."
COMES_BACK = "next_step came back to stick {}, so it was stopped here."


@dataclass(frozen=True)
class Steps:
    """Where the function went, and why it went no farther; empty if it may go on."""

    places: tuple[Place, ...]
    trouble: str


def steps_for(game: SandpitGame, number: int) -> Steps:
    """Return where the function goes from the stick before ``number``; no places if it has gone already.

    Raises Refused where there is nothing to step on from, no function, or no sandbox.
    """
    mode, rules = MODES.get(game.mode), rules_of_id(game.item_id)
    if mode is None or not mode.own_steps or rules is None:
        raise Refused(NO_OWN_STEPS, NOT_NOW)
    if number <= len(game.probes) and game.probes[number - 1][2] == BY_NEXT_STEP:
        return Steps((), "")  # the same request once more: its answer was lost on the way
    if game.ended:
        raise Refused(OVER, NOT_NOW)
    if not game.probes:
        raise Refused(NO_STICK, NOT_NOW)
    if number != len(game.probes) + 1:
        raise Refused(ELSEWHERE, NOT_NOW)
    return _take_steps(game, strategy_of(game.user, rules.next_step_from))


def strategy_of(user: User, lab_id: str) -> PitStrategy:
    """Return the function in the learner's saved notebook; raises Refused if there is none."""
    try:
        item = current_item(lab_id)
        lab = lab_of(item)
    except Http404:
        raise Refused(NO_LAB, NOT_NOW) from None
    work = LabWork.objects.filter(user=user, item_id=lab_id).only("notebook").first()
    try:
        if work is None:
            raise UnreadableNotebook(NOT_WRITTEN.format(item.title))
        return pit_strategy(read_notebook(json.dumps(work.notebook)), lab.given_sources)
    except UnreadableNotebook as why:
        raise Refused(str(why), NOT_NOW) from None


def _take_steps(game: SandpitGame, strategy: PitStrategy) -> Steps:
    """Run the function in the sandbox from the latest stick on."""
    from_here = replace(pit_under(game), start=np.array(game.probes[-1][:2], float))
    try:
        require_may_run(game.user)
        walk = strategy.walk(from_here, grading_sandbox())
    except SandboxFailed as failure:
        raise Refused(NOT_RUN.format(failure), NOT_HERE) from failure
    places = tuple((probe.x, probe.y) for probe in walk.probes[1 : AT_ONCE + 1])
    return Steps(places, walk.trouble if len(places) < AT_ONCE else "")


def put_in_steps(game: SandpitGame, number: int, steps: Steps) -> str:
    """Put in a stick at each place; return why it is fewer than asked for, or nothing. ``game`` is locked."""
    latest = number - 1
    for place in steps.places:
        twin = twin_of(game, place)
        if twin:
            return STANDS_STILL if twin == latest else COMES_BACK.format(twin)
        latest += 1
        put_in(game, latest, place, BY_NEXT_STEP)
        if game.ended:
            return ""
    return steps.trouble
