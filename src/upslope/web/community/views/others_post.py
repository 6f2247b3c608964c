"""What is done to posts: a report, an answer's mark, and what those who teach may do."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.accounts.naming import shown_name
from upslope.web.community import moderation
from upslope.web.community.markdown import to_safe_html
from upslope.web.community.models import Post, Thread
from upslope.web.community.threads import address_of, opening_of
from upslope.web.community.viewing import Viewer, may_spoil, post_for, teacher_in, thread_for, viewer_in


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """Tell those who teach that a post should not be there."""
    viewer = viewer_in(request.user, cohort_id)
    post = post_for(viewer, post_id)
    reason = moderation.reason_of(request.POST.get("reason", ""))
    problem = ""
    if request.method == "POST":
        problem = moderation.report(viewer, post, reason)
        if not problem:
            messages.success(request, "Thank you. Those who teach this class will look at it.")
            return redirect(address_of(post.thread, post))
    words = {"heading": "Report a post", "button": "Report it", "problem": problem, "reason": reason}
    return _reason_page(request, viewer, post, words)


@require_http_methods(["GET", "HEAD", "POST"])
def hide(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """Hide a post, with a reason that its author reads."""
    viewer = teacher_in(request.user, cohort_id)
    post = post_for(viewer, post_id)
    reason = moderation.reason_of(request.POST.get("reason", ""))
    problem = ""
    if request.method == "POST":
        problem = moderation.hide(viewer, post, reason)
        if not problem:
            messages.success(request, "Hidden. Its author sees it still, and reads why.")
            return redirect(address_of(post.thread, post))
    words = {"heading": "Hide a post", "button": "Hide it", "problem": problem, "reason": reason}
    return _reason_page(request, viewer, post, words)


@require_POST
def restore(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """Show a hidden post again."""
    post = post_for(teacher_in(request.user, cohort_id), post_id)
    moderation.restore(post)
    return redirect(address_of(post.thread, post))


@require_POST
def settle(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """Leave a reported post as it is."""
    moderation.settle(post_for(teacher_in(request.user, cohort_id), post_id))
    messages.success(request, "The post stays, and its reports are settled.")
    return redirect("discussion-reports", cohort_id)


@require_POST
def spoiler(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """Fold a post that shows a solution, or unfold it."""
    post = post_for(teacher_in(request.user, cohort_id), post_id)
    if not may_spoil(post.thread.item_id):
        raise Http404("nothing to solve here")
    Post.objects.filter(pk=post.pk).update(shows_solution=request.POST.get("shows") == "yes")
    return redirect(address_of(post.thread, post))


@require_safe
def history(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """What a post said before each change."""
    viewer = teacher_in(request.user, cohort_id)
    post = post_for(viewer, post_id)
    context = {
        "cohort": viewer.cohort,
        "back": address_of(post.thread, post),
        "name": shown_name(post.author),
        "versions": [(one, to_safe_html(one.body)) for one in post.revisions.all()],
    }
    return render(request, "community/history.html", context)


@require_POST
def answer(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """Say that this reply answered the thread, or that it did not; for who asked, and who teaches."""
    viewer = viewer_in(request.user, cohort_id)
    post = post_for(viewer, post_id)
    here = post.thread
    if not moderation.may_mark_answer(viewer, opening_of(here)):
        raise Http404("somebody else's question")
    moderation.mark_as_answer(here, post if request.POST.get("answers") == "yes" else None)
    return redirect(address_of(here, post))


@require_POST
def pin(request: LearnerRequest, cohort_id: int, thread_id: int) -> HttpResponse:
    """Keep a thread at the top of its list, or let it go."""
    here = thread_for(teacher_in(request.user, cohort_id), thread_id)
    Thread.objects.filter(pk=here.pk).update(is_pinned=request.POST.get("pin") == "yes")
    return redirect(address_of(here))


@require_POST
def lock(request: LearnerRequest, cohort_id: int, thread_id: int) -> HttpResponse:
    """Let learners add nothing more to a thread, or let them again."""
    here = thread_for(teacher_in(request.user, cohort_id), thread_id)
    Thread.objects.filter(pk=here.pk).update(is_locked=request.POST.get("lock") == "yes")
    return redirect(address_of(here))


def _reason_page(request: LearnerRequest, viewer: Viewer, post: Post, words: dict[str, str]) -> HttpResponse:
    context = {
        "cohort": viewer.cohort,
        "back": address_of(post.thread, post),
        "name": shown_name(post.author),
        "html": to_safe_html(post.body),
        "longest": moderation.LONGEST_REASON,
    }
    return render(request, "community/reason.html", context | words)
