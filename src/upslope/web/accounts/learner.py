"""The one learner of a laptop, and the request of somebody who is signed in."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from upslope.web.accounts.models import User

USERNAME = "learner"


class LearnerRequest(HttpRequest):
    """A request that passed the sign-in; views are annotated with it, nothing is ever built from it."""

    user: User
    htmx: HtmxDetails


def the_learner() -> User:
    """Return the user who owns this data folder, made at the first call."""
    learner, made = User.objects.get_or_create(username=USERNAME)
    if made:
        learner.set_unusable_password()
        learner.save(update_fields=["password"])
    return learner
