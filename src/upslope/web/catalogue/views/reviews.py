from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.catalogue.public_reviews import distribution, public_reviews, shown
from upslope.web.catalogue.visitors import user_of
from upslope.web.course_access import current_course
from upslope.web.looking_back.models import CourseRating
from upslope.web.operating.rights import may_operate

ON_A_PAGE = 20


@login_not_required
@require_safe
def all_reviews(request: HttpRequest) -> HttpResponse:
    """Everything learners said for everybody to read. Operators see what they took off it, and can."""
    spread, user = distribution(), user_of(request)
    operates = user is not None and may_operate(user)
    if not spread.is_shown and not operates:
        raise Http404("too few ratings")
    page = Paginator(public_reviews(with_hidden=operates), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "course": current_course(),
        "spread": spread,
        "page": page,
        "reviews": shown(page),
        "operates": operates,
    }
    return render(request, "catalogue/reviews.html", context)


@require_POST
def hide_review(request: LearnerRequest, rating_id: int) -> HttpResponse:
    """Take somebody's words off the public pages. Their stars still count."""
    return _set_hidden(request, rating_id, is_hidden=True)


@require_POST
def show_review(request: LearnerRequest, rating_id: int) -> HttpResponse:
    """Put them back."""
    return _set_hidden(request, rating_id, is_hidden=False)


def _set_hidden(request: LearnerRequest, rating_id: int, *, is_hidden: bool) -> HttpResponse:
    if not may_operate(request.user):
        raise Http404("not an operator")
    if not public_reviews(with_hidden=True).filter(pk=rating_id).exists():
        raise Http404(rating_id)
    # An update leaves the time of the last change alone: it is the author's.
    CourseRating.objects.filter(pk=rating_id).update(is_hidden=is_hidden)
    return redirect(f"{reverse('course-reviews')}?page={request.POST.get('page', '')[:6]}#review-{rating_id}")
