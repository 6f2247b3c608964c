from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.diagnostic.places import address_of, pages
from upslope.web.diagnostic.runs import open_run


@require_safe
def way_back(request: LearnerRequest) -> HttpResponse:
    """Go to the page where the learner is asked, or can be."""
    run = open_run(request.user)
    item_id = run.item_id if run else next((item.full_id for item in pages()), None)
    return redirect(address_of(item_id)) if item_id else redirect("home")
