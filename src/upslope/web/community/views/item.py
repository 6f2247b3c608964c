from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.community.models import Thread
from upslope.web.community.posting import PostForm, start_thread, words_problem
from upslope.web.community.threads import LONGEST_SEARCH, address_of, rows_at
from upslope.web.community.viewing import Viewer, item_called, may_spoil, title_of, viewer_in
from upslope.web.storable import storable


@require_safe
def item_threads(request: LearnerRequest, cohort_id: int, module: str, item: str) -> HttpResponse:
    """The threads of a class at one item, or those that hold certain words."""
    viewer = viewer_in(request.user, cohort_id)
    item_id = _known(viewer, f"{module}/{item}")
    words = storable(request.GET.get("words", "")[:LONGEST_SEARCH])
    context = _context(viewer, item_id) | {"rows": rows_at(viewer, item_id, words), "words": words}
    return render(request, "community/item.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_thread(request: LearnerRequest, cohort_id: int, module: str, item: str) -> HttpResponse:
    """Write a thread, look at it first if one likes, and post it."""
    viewer = viewer_in(request.user, cohort_id)
    item_id = _known(viewer, f"{module}/{item}")
    form = PostForm.of(request.POST.dict()) if request.method == "POST" else PostForm()
    if request.method == "POST" and not form.is_previewed:
        thread, problem = start_thread(viewer, item_id, form)
        if thread is not None:
            return redirect(address_of(thread))
        form = form.with_problem(problem)
    return render(request, "community/new.html", _context(viewer, item_id) | {"form": form})


@require_POST
def preview(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Show how a post will look; nothing is kept."""
    viewer_in(request.user, cohort_id)
    form = PostForm.of(request.POST.dict())
    problem = words_problem(form, needs_title=False)
    return render(request, "community/preview.html", {"form": form.with_problem(problem)})


def _context(viewer: Viewer, item_id: str) -> dict[str, Any]:
    module, _, name = item_id.partition("/")
    return {
        "viewer": viewer,
        "cohort": viewer.cohort,
        "module": module,
        "name": name,
        "item": item_called(item_id),
        "item_title": title_of(item_id),
        "may_spoil": may_spoil(item_id),
    }


def _known(viewer: Viewer, item_id: str) -> str:
    """Return the id of an item that the course has, or had when somebody wrote here. Raises Http404."""
    item = item_called(item_id)
    if (item is None or item.status == "coming") and not Thread.objects.filter(
        cohort=viewer.cohort, item_id=item_id
    ).exists():
        raise Http404(item_id)
    return item_id
