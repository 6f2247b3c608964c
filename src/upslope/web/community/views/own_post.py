from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.community import posting
from upslope.web.community.posting import PostForm
from upslope.web.community.threads import address_of
from upslope.web.community.viewing import may_spoil, own_post, viewer_in


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """Change one's own post. What it said before is kept for those who teach."""
    viewer = viewer_in(request.user, cohort_id)
    post = own_post(viewer, post_id)
    form = PostForm.of(request.POST.dict()) if request.method == "POST" else PostForm.from_post(post)
    if request.method == "POST" and not form.is_previewed:
        problem = posting.edit(viewer, post, form)
        if not problem:
            return redirect(address_of(post.thread, post))
        form = form.with_problem(problem)
    context = {
        "viewer": viewer,
        "cohort": viewer.cohort,
        "post": post,
        "form": form,
        "back": address_of(post.thread, post),
        "may_spoil": may_spoil(post.thread.item_id),
    }
    return render(request, "community/edit.html", context)


@require_POST
def delete(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """Take one's own post out of sight. It can be brought back where it stood."""
    viewer = viewer_in(request.user, cohort_id)
    post = own_post(viewer, post_id)
    posting.delete(post)
    messages.success(request, "Deleted. Nobody else can read it now; you can still bring it back below.")
    return redirect(address_of(post.thread, post))


@require_POST
def bring_back(request: LearnerRequest, cohort_id: int, post_id: int) -> HttpResponse:
    """Undo the deletion."""
    viewer = viewer_in(request.user, cohort_id)
    post = own_post(viewer, post_id)
    posting.bring_back(post)
    return redirect(address_of(post.thread, post))
