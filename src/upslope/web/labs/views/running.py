"""Running a cell, stopping it, and starting again with no names."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from upslope.grading.errors import SandboxFailed
from upslope.grading.session import CellResult, Output
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.answers import page_address, wants_json
from upslope.web.labs.cells import code_number
from upslope.web.labs.error_words import error_place
from upslope.web.labs.lab_access import OpenLab, open_lab
from upslope.web.labs.marking import holds_little, warm_up
from upslope.web.labs.open_sessions import pool
from upslope.web.labs.outputs import Shown, kept, shown
from upslope.web.labs.posted import CELL, TooMuchText, posted_revision, posted_sources
from upslope.web.labs.sessions import Ran
from upslope.web.labs.whose_code import require_may_run
from upslope.web.labs.work import keep_outputs, save, with_sources

NOT_RUN = "No cell can be run on this machine right now. {} Everything you typed is safe."

WARM_SECONDS = 3.0


@require_POST
def run_cell(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Run the cell named by ``run`` with the text that came along, and keep what it prints and draws."""
    here = open_lab(request, module, item)
    cell_id = request.POST.get("run", "")
    number = code_number(here.work.notebook, cell_id)
    if number is None:
        raise Http404(cell_id)
    code = request.POST.get(CELL + cell_id, "").replace("\r\n", "\n")
    try:
        require_may_run(request.user)
        ran = pool.run(here.key, here.lab, code, f"cell {number}")
    except SandboxFailed as failure:
        ran = Ran(CellResult((Output("error", NOT_RUN.format(failure)),), 0.0), "")
    outputs = kept(ran.result.outputs)
    keep_outputs(here.work, cell_id, outputs)
    if wants_json(request):
        return _report(request, ran, shown(outputs, number))
    _save_form(request, here)
    return redirect(page_address(here.item.full_id, f"code-{number}"))


@require_POST
def warm(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Get the learner's session and the marking ready; say which session holds names of theirs."""
    here = open_lab(request, module, item)
    session = pool.token(here.key)
    pool.warm(here.key, here.lab)
    warm_up().join(WARM_SECONDS)
    return JsonResponse({"session": session, "holdsLittle": holds_little()})


@require_POST
def stop(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Interrupt the running cell; the names made so far stay."""
    here = open_lab(request, module, item)
    return JsonResponse({"stopped": pool.interrupt(here.key)})


@require_POST
def restart(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Forget every name the cells have made."""
    here = open_lab(request, module, item)
    pool.interrupt(here.key)
    pool.close(here.key)
    return JsonResponse({"session": ""})


def _report(request: LearnerRequest, ran: Ran, outputs: list[Shown]) -> JsonResponse:
    known, ended = request.POST.get("session", ""), ran.result.ended is not None
    return JsonResponse(
        {
            "html": render_to_string("labs/outputs.html", {"outputs": outputs}),
            "session": "" if ended else ran.token,
            "failed": ended or any(output.kind == "error" for output in outputs),
            "lost": ended or known not in ("", ran.token),
            "seconds": round(ran.result.seconds, 3),
            "error": error_place(ran.result.outputs),
        }
    )


def _save_form(request: LearnerRequest, here: OpenLab) -> None:
    try:
        notebook = with_sources(here.work.notebook, posted_sources(request.POST))
    except TooMuchText as much:
        messages.warning(request, str(much))
        return
    save(here.work, notebook, posted_revision(request.POST))
