from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.community.following import subscribe, unsubscribe, visit
from upslope.web.community.models import Thread, ThreadReader
from upslope.web.community.moderation import may_mark_answer
from upslope.web.community.posting import PostForm
from upslope.web.community.posting import reply as add_reply
from upslope.web.community.threads import address_of, opening_of, shown_posts, title_for
from upslope.web.community.viewing import Viewer, item_called, may_spoil, thread_for, title_of, viewer_in


@require_safe
def thread(request: LearnerRequest, cohort_id: int, thread_id: int) -> HttpResponse:
    """A thread and its replies."""
    viewer = viewer_in(request.user, cohort_id)
    return _page(request, viewer, thread_for(viewer, thread_id), PostForm())


@require_POST
def reply(request: LearnerRequest, cohort_id: int, thread_id: int) -> HttpResponse:
    """Add a reply; one that cannot be added, and one to look at first, comes back in its field."""
    viewer = viewer_in(request.user, cohort_id)
    here = thread_for(viewer, thread_id)
    form = PostForm.of(request.POST.dict())
    if not form.is_previewed:
        post, problem = add_reply(viewer, here, form)
        if post is not None:
            return redirect(address_of(here, post))
        form = form.with_problem(problem)
    return _page(request, viewer, here, form)


@require_POST
def follow(request: LearnerRequest, cohort_id: int, thread_id: int) -> HttpResponse:
    """Have what is new in the thread mailed, or no longer."""
    viewer = viewer_in(request.user, cohort_id)
    here = thread_for(viewer, thread_id)
    if request.POST.get("follow") == "yes":
        subscribe(request.user, here)
        messages.success(request, "You follow this thread: what is new in it comes in the daily mail.")
    else:
        unsubscribe(request.user, here)
        messages.success(request, "You no longer follow this thread.")
    return redirect(address_of(here))


def _page(request: LearnerRequest, viewer: Viewer, here: Thread, form: PostForm) -> HttpResponse:
    reader = visit(request.user, here)
    opening = opening_of(here)
    context: dict[str, Any] = {
        "viewer": viewer,
        "cohort": viewer.cohort,
        "thread": here,
        "title": title_for(viewer, here, opening),
        "posts": shown_posts(viewer, here, reader.seen),
        "form": form,
        "item": item_called(here.item_id),
        "item_title": title_of(here.item_id),
        "place": here.item_id.split("/"),
        "may_spoil": may_spoil(here.item_id),
        "may_reply": viewer.may_write and (viewer.teaches or not here.is_locked),
        "may_mark_answer": may_mark_answer(viewer, opening),
        "is_following": ThreadReader.objects.filter(pk=reader.pk, is_subscribed=True).exists(),
    }
    return render(request, "community/thread.html", context)
