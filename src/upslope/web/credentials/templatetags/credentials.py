from typing import Any

from django import template
from django.conf import settings

from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Membership
from upslope.web.credentials.models import Certificate
from upslope.web.credentials.offers import offer_in, offers_to
from upslope.web.gradebook.grades import CohortGrade

register = template.Library()


@register.inclusion_tag("credentials/offer.html", takes_context=True)
def certificate_offer(context: Any, place: Membership, grade: CohortGrade) -> dict[str, Any]:
    """The certificate of a class on its page: a way to it, or the button that makes it; else nothing."""
    return {"offer": offer_in(place, grade), "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("credentials/on_progress.html", takes_context=True)
def certificates(context: Any, user: User) -> dict[str, Any]:
    """A learner's certificates on the progress page. Alone on a laptop there are none."""
    if not settings.TOGETHER:
        return {}
    return {
        "certificates": Certificate.objects.filter(user=user),
        "offers": offers_to(user),
        "csrf_token": context.get("csrf_token"),
    }
