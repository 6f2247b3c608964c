"""The checks of one function, run from the page as often as the learner likes."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.answers import page_address
from upslope.web.labs.cells import Task
from upslope.web.labs.checking import check_now
from upslope.web.labs.lab_access import OpenLab, open_lab
from upslope.web.labs.posted import TooMuchText, posted_revision, posted_sources
from upslope.web.labs.views.page import show_lab
from upslope.web.labs.work import Notebook, keep_aside, save, with_sources

OVERTAKEN = "A newer check of yours was waiting, so this one was left out. Press the button again."


@require_http_methods(["GET", "POST"])
def check_function(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Judge the function named by ``check`` in the text that came along. Nothing is handed in.

    Without script the whole page comes back with what was found, and the text is saved.
    """
    here = open_lab(request, module, item)
    if request.method == "GET":  # somebody without script loads the page again
        return redirect(page_address(here.item.full_id))
    name = request.POST.get("check", "")
    if name not in here.lab.functions:
        raise Http404(name)
    try:
        notebook = with_sources(here.work.notebook, posted_sources(request.POST))
    except TooMuchText as much:
        return _answer(request, here, Task(name, sentence=str(much)))
    task = check_now(here, notebook, name)
    if request.htmx:
        return HttpResponse(status=204) if task is None else _answer(request, here, task)
    _keep(request, here, notebook)
    return _answer(request, here, task or Task(name, sentence=OVERTAKEN))


def _answer(request: LearnerRequest, here: OpenLab, task: Task) -> HttpResponse:
    if request.htmx:
        return render(request, "labs/checked.html", {"task": task})
    return show_lab(request, here, checked=task)


def _keep(request: LearnerRequest, here: OpenLab, notebook: Notebook) -> None:
    """Save what came along; where another tab was faster, among the earlier versions."""
    if not save(here.work, notebook, posted_revision(request.POST)):
        keep_aside(here.work, notebook, "checking in another tab")
