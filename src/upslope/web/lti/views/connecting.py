"""Which class a platform's course is: a new one, or one that a teacher here has already."""

from django.core import signing
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from lti_tool.models import LtiContext, LtiMembership

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.lti.models import LinkedClass
from upslope.web.lti.people import place_for
from upslope.web.lti.views.arriving import CONTEXT, ITEM

SALT = "lti.class"
A_DAY = 24 * 3600
LONGEST_NAME = 120


def code_of(cohort: Cohort) -> str:
    """Return what a teacher of the class types to tie a platform's course to it, for a day."""
    return signing.TimestampSigner(salt=SALT).sign(str(cohort.pk))


def class_of(code: str) -> Cohort | None:
    """Return the class that a code is for, or None."""
    try:
        number = signing.TimestampSigner(salt=SALT).unsign(code.strip(), max_age=A_DAY)
    except signing.BadSignature:
        return None
    return Cohort.objects.filter(pk=int(number), closed=None).first()


@require_http_methods(["GET", "HEAD", "POST"])
def connect(request: LearnerRequest) -> HttpResponse:
    """Ask a teacher who came from a platform which class its course is, once."""
    context = _taught(request)
    linked = LinkedClass.objects.filter(context=context).first()
    if linked is not None:
        return redirect("cohort", linked.cohort_id)
    problem, typed = "", request.POST.get("code", "")
    if request.method == "POST":
        cohort = class_of(typed) if request.POST.get("which") == "mine" else None
        if request.POST.get("which") != "mine":
            cohort = _new_class(context)
        if cohort is not None:
            return _tied(request, context, cohort)
        problem = "This code is for no class, or older than a day. Copy it once more from the class’s page."
    page = {"context": context, "problem": problem, "typed": typed}
    return render(request, "lti/connect.html", page, status=422 if problem else 200)


def _taught(request: LearnerRequest) -> LtiContext:
    """Return the course that this teacher came from. Raises Http404 for everybody else."""
    places = LtiMembership.objects.filter(
        user__auth_user=request.user, context=request.session.get(CONTEXT)
    ).select_related("context")
    found = places.first()
    if found is None or not (found.is_instructor or found.is_administrator or found.is_content_developer):
        raise Http404("no course of a platform to connect")
    context: LtiContext = found.context
    return context


def _new_class(context: LtiContext) -> Cohort:
    return Cohort(
        name=(context.title or context.label or "A class")[:LONGEST_NAME], starts=timezone.localdate()
    )


def _tied(request: LearnerRequest, context: LtiContext, cohort: Cohort) -> HttpResponse:
    with transaction.atomic():
        is_new = cohort.pk is None
        cohort.save()
        LinkedClass.objects.create(context=context, cohort=cohort)
        if is_new:
            Membership.objects.create(cohort=cohort, user=request.user, role=Role.OWNER)
        elif place_for(request.user, cohort, Role.TEACHER) is None:
            raise Http404("taken out of this class")
    request.session.pop(CONTEXT, None)
    item_id = request.session.pop(ITEM, "")
    return redirect("item", *item_id.split("/")) if item_id.count("/") == 1 else redirect("cohort", cohort.pk)
