from importlib.metadata import version

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course
from upslope.web.looking_back.places import review_page
from upslope.web.looking_back.ratings import letter, rating_of


@require_safe
def rating_letter(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Give the learner's own rating as a file, to send to whomever they like."""
    here = review_page(module, item)
    rating = rating_of(request.user, here.full_id)
    if rating is None:
        raise Http404(here.full_id)
    text = letter(rating, current_course(), version("upslope"))
    reply = HttpResponse(text, content_type="text/plain; charset=utf-8")
    reply.headers["Content-Disposition"] = 'attachment; filename="what-i-think-of-the-course.txt"'
    return reply
