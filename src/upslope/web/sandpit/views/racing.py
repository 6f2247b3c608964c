"""Starting a race, asking how far it is, stopping it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from upslope.grading.errors import SandboxFailed, UnreadableNotebook
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.answers import page_address
from upslope.web.labs.lab_access import OpenLab
from upslope.web.labs.whose_code import require_may_run
from upslope.web.sandpit.access import open_sandpit, pit_work, strategy_of
from upslope.web.sandpit.models import PitWork
from upslope.web.sandpit.panel import race_context
from upslope.web.sandpit.posted import NoSuchPit, read_number
from upslope.web.sandpit.racing import is_running, start_race, stop_race

PATIENCE = 40.0  # seconds that a page without script waits for its race


@require_http_methods(["GET", "HEAD", "POST"])
def race(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Start a race (POST), or show how far it is or how it went."""
    here = open_sandpit(request, module, item)
    work = pit_work(here)
    if request.method != "POST":
        return _show_progress(request, here, work)
    try:
        require_may_run(request.user)
        number = read_number(request.POST.get("number", ""), "race")
        running = start_race(work, number, strategy_of(here))
    except (NoSuchPit, UnreadableNotebook, SandboxFailed) as why:
        return _refuse(request, here, work, str(why))
    if not request.htmx:
        running.join(PATIENCE)
    work.refresh_from_db()
    return _show(request, here, work, number)


@require_POST
def stop(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Stop the race that is running; the one before stays on the page."""
    here = open_sandpit(request, module, item)
    work = pit_work(here)
    stop_race(work)
    work.refresh_from_db()
    return _show(request, here, work)


def _show(request: LearnerRequest, here: OpenLab, work: PitWork, number: int | None = None) -> HttpResponse:
    if not request.htmx:
        return redirect(page_address(here.item.full_id, "pit-race"))
    return render(request, "sandpit/race.html", race_context(here, work, number))


def _show_progress(request: LearnerRequest, here: OpenLab, work: PitWork) -> HttpResponse:
    """Show how far the race is, or its result; who asks has the result of the race before on the page."""
    if not request.htmx or not is_running(work):
        return _show(request, here, work)
    return render(request, "sandpit/race.html", {**race_context(here, work), "race": None})


def _refuse(request: LearnerRequest, here: OpenLab, work: PitWork, sentence: str) -> HttpResponse:
    if not request.htmx:
        messages.warning(request, sentence)
        return redirect(page_address(here.item.full_id, "pit-race"))
    return render(request, "sandpit/race.html", race_context(here, work, problem=sentence), status=400)
