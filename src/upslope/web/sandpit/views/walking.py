"""Watching a walk: its beginning, and five more steps at a time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from upslope.grading.errors import SandboxFailed, UnreadableNotebook
from upslope.maths.sandpits.race import PitName
from upslope.maths.sandpits.walking import PROBES
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.answers import page_address
from upslope.web.labs.lab_access import OpenLab
from upslope.web.labs.marking import grading_sandbox
from upslope.web.labs.whose_code import require_may_run
from upslope.web.sandpit.access import open_sandpit, pit_work, strategy_of
from upslope.web.sandpit.models import PitWork
from upslope.web.sandpit.panel import walk_context
from upslope.web.sandpit.posted import NoSuchPit, read_pit
from upslope.web.sandpit.watching import AT_ONCE, Watch, begin, watch_from
from upslope.web.turn_taking import Turns

NOT_RUN = "No code can be run on this machine right now. {} Yours is safe."
MORE = {"more": AT_ONCE, "all": PROBES}

_turns = Turns()


@require_POST
def walk(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Begin a walk over the pit of the form, or show more of the one that is under way."""
    here = open_sandpit(request, module, item)
    work = pit_work(here)
    steps = MORE.get(request.POST.get("do", ""), 0)
    if steps and work.walk:
        return _keep(request, here, work, watch_from(work.walk).go_on(steps))
    try:
        require_may_run(request.user)
        name = read_pit(request.POST.get("kind", ""), request.POST.get("seed", ""))
        with _turns.turn(here.key) as is_mine:
            watch = begin(name, strategy_of(here), grading_sandbox()) if is_mine else None
    except (NoSuchPit, UnreadableNotebook) as why:
        return _refuse(request, here, work, str(why))
    except SandboxFailed as failure:
        return _refuse(request, here, work, NOT_RUN.format(failure))
    return _keep(request, here, work, watch)


def _keep(request: LearnerRequest, here: OpenLab, work: PitWork, watch: Watch | None) -> HttpResponse:
    if watch is not None:
        work.walk = watch.to_json()
        work.save(update_fields=["walk"])
    return _show(request, here, work)


def _show(
    request: LearnerRequest, here: OpenLab, work: PitWork, chosen: PitName | None = None
) -> HttpResponse:
    if not request.htmx:
        return redirect(page_address(here.item.full_id, "pit-walk"))
    return render(request, "sandpit/walk.html", walk_context(here, work, chosen))


def _refuse(request: LearnerRequest, here: OpenLab, work: PitWork, sentence: str) -> HttpResponse:
    if not request.htmx:
        messages.warning(request, sentence)
        return redirect(page_address(here.item.full_id, "pit-walk"))
    return render(request, "sandpit/walk.html", walk_context(here, work, problem=sentence), status=400)
