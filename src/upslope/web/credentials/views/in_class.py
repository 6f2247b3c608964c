from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.rights import is_leading, teaching_in
from upslope.web.credentials.models import Certificate


@require_safe
def certificates_of_class(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """List the certificates that were issued in a class, for those who teach in it."""
    place = teaching_in(request.user, cohort_id)
    context = {
        "cohort": place.cohort,
        "certificates": Certificate.objects.filter(cohort=cohort_id).order_by("name", "pk"),
        "may_lead": is_leading(place),
    }
    return render(request, "credentials/in_class.html", context)
