"""Saving what is typed, starting over, bringing an earlier version back, taking a copy away."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.answers import notebook_file, page_address, undo_address, wants_json
from upslope.web.labs.lab_access import OpenLab, open_lab
from upslope.web.labs.models import EarlierWork
from upslope.web.labs.open_sessions import pool
from upslope.web.labs.posted import TooMuchText, posted_revision, posted_sources
from upslope.web.labs.work import (
    fresh_notebook,
    keep_aside,
    notebook_with_outputs,
    replace,
    save,
    with_sources,
)

OTHER_TAB = "This lab was changed in another tab after this page was opened. Both versions are safe."
SET_ASIDE = "This lab was changed in another tab. What you typed here is kept under “Earlier versions”."


@require_POST
def save_work(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Save the page. A page that has not seen the latest version overwrites it only when told to."""
    here = open_lab(request, module, item)
    try:
        notebook = with_sources(here.work.notebook, posted_sources(request.POST))
    except TooMuchText as much:
        return _answer(request, here, str(much), status=413)
    choice = request.POST.get("conflict", "")
    if choice == "keep-mine":
        replace(here.work, notebook, "keeping the other tab's version out", outputs=here.work.outputs)
    elif choice == "keep-theirs":
        keep_aside(here.work, notebook, "taking the other tab's version")
    elif not save(here.work, notebook, posted_revision(request.POST)):
        if wants_json(request):
            return _answer(request, here, OTHER_TAB, status=409)
        keep_aside(here.work, notebook, "a save from another tab")
        return _answer(request, here, SET_ASIDE, status=409)
    return _answer(request, here, "", status=200)


@require_POST
def start_over(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Put the lab back to how it was handed out; the learner's version stays among the earlier ones."""
    here = open_lab(request, module, item)
    before = replace(here.work, fresh_notebook(here.lab), "starting over")
    pool.close(here.key)
    messages.success(request, "The lab is as it was at the start.")
    return redirect(undo_address(here.item.full_id, before))


@require_POST
def bring_back(request: LearnerRequest, module: str, item: str, version: int) -> HttpResponse:
    """Make an earlier version the current one; the current one becomes an earlier one."""
    here = open_lab(request, module, item)
    earlier = get_object_or_404(EarlierWork, pk=version, work=here.work)
    before = replace(here.work, earlier.notebook, "bringing back an earlier version")
    messages.success(request, "The earlier version is back.")
    return redirect(undo_address(here.item.full_id, before))


@require_GET
def download(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Send the work as a notebook that any Jupyter opens."""
    here = open_lab(request, module, item)
    return notebook_file(notebook_with_outputs(here.work), here.item.id)


@require_GET
def download_earlier(request: LearnerRequest, module: str, item: str, version: int) -> HttpResponse:
    here = open_lab(request, module, item)
    earlier = get_object_or_404(EarlierWork, pk=version, work=here.work)
    return notebook_file(earlier.notebook, f"{here.item.id}-{earlier.kept:%Y-%m-%d-%H%M}")


def _answer(request: LearnerRequest, here: OpenLab, sentence: str, status: int) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"revision": here.work.revision, "sentence": sentence}, status=status)
    if sentence:
        messages.warning(request, sentence)
    return redirect(page_address(here.item.full_id))
