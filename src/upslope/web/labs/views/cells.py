"""Adding a cell of one's own, taking it away, and clearing what all cells have shown."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.answers import page_address, wants_json
from upslope.web.labs.cells import cells_of, code_number, may_be_removed, source_of
from upslope.web.labs.lab_access import OpenLab, open_lab
from upslope.web.labs.posted import TooMuchText, posted_revision, posted_sources
from upslope.web.labs.work import (
    Notebook,
    forget_outputs,
    keep_aside,
    save,
    with_new_cell,
    with_sources,
    without_cell,
)
from upslope.web.storable import storable

MOST_CELLS = 500
LONGEST_NEW = 20_000  # characters


@require_POST
def add_cell(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Put a code cell below the one named by ``add``, with ``code`` in it; save what is typed too."""
    here = open_lab(request, module, item)
    source = storable(request.POST.get("code", "").replace("\r\n", "\n"))
    typed = _typed(request, here)
    if len(typed["cells"]) >= MOST_CELLS or len(source) > LONGEST_NEW:
        return HttpResponse(status=413)
    notebook, new = with_new_cell(typed, request.POST.get("add", ""), source)
    if not save(here.work, notebook, posted_revision(request.POST)):
        return _conflict(request, here)
    if not wants_json(request):
        return redirect(page_address(here.item.full_id, f"code-{code_number(notebook, new)}"))
    cell = next(cell for cell in cells_of(notebook, {}, here.lab) if cell.id == new)
    html = render_to_string("labs/code_cell.html", {"cell": cell, "here": here}, request)
    return JsonResponse({"html": html, "revision": here.work.revision})


@require_POST
def remove_cell(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Take away the cell named by ``remove``, which the learner added; what it said is kept aside."""
    here = open_lab(request, module, item)
    name = request.POST.get("remove", "")
    notebook = _typed(request, here)
    cell = next((cell for cell in notebook["cells"] if cell["id"] == name), None)
    if cell is None or not may_be_removed(name, here.lab):
        raise Http404(name)
    if not save(here.work, without_cell(notebook, name), posted_revision(request.POST)):
        return _conflict(request, here)
    if source_of(cell).strip():
        keep_aside(here.work, notebook, "removing a cell")
    if wants_json(request):
        return JsonResponse({"revision": here.work.revision})
    return redirect(page_address(here.item.full_id))


@require_POST
def clear_outputs(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Forget what the cells have shown. The names they made stay."""
    here = open_lab(request, module, item)
    forget_outputs(here.work)
    return HttpResponse(status=204) if wants_json(request) else redirect(page_address(here.item.full_id))


def _typed(request: LearnerRequest, here: OpenLab) -> Notebook:
    """Return the notebook with what the page shows; as stored if that is more than a lab keeps."""
    try:
        return with_sources(here.work.notebook, posted_sources(request.POST))
    except TooMuchText:
        return here.work.notebook  # type: ignore[no-any-return]  # a JSON field is Any


def _conflict(request: LearnerRequest, here: OpenLab) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"revision": here.work.revision}, status=409)
    keep_aside(here.work, _typed(request, here), "changing cells in another tab")
    return redirect(page_address(here.item.full_id))
