from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.looking_back.places import address_of_rating, review_page
from upslope.web.looking_back.ratings import take_back


@require_POST
def take_rating_back(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Forget the learner's own rating, words and all."""
    here = review_page(module, item)
    take_back(request.user, here.full_id)
    return redirect(address_of_rating(here))
