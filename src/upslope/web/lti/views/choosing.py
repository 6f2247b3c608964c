"""Choosing what a platform's course is to link: a teacher ticks items, and the platform gets them signed."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods
from lti_tool.constants import SESSION_KEY
from lti_tool.models import LtiLaunch
from lti_tool.utils import get_launch_from_request
from pylti1p3.deep_link_resource import DeepLinkResource
from pylti1p3.exception import LtiException
from pylti1p3.lineitem import LineItem

from upslope.course import Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.models import TEACHING
from upslope.web.course_access import current_course
from upslope.web.lti.people import role_of
from upslope.web.lti.views.arriving import platform_address, reverse_absolute

WITH_MARKS = frozenset({"quiz", "graded-quiz", "assignment", "lab"})
SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: LearnerRequest) -> HttpResponse:
    """Show the course to tick items in; then hand the platform what was ticked."""
    launch = _launch_of(request)
    course = current_course()
    there = [item for item in course.items if item.path is not None]
    ticked = [item for item in there if item.full_id in request.POST.getlist("item")]
    one_only = str(launch.get_claim(SETTINGS).get("accept_multiple", True)).lower() == "false"
    problem = _problem(ticked, one_only) if request.method == "POST" else ""
    if ticked and not problem:
        return _handed_over(request, launch, ticked)
    modules = [
        (module.title, [item for item in there if item.module == module.id]) for module in course.modules
    ]
    page = {
        "modules": modules,
        "ticked": {i.full_id for i in ticked},
        "problem": problem,
        "one_only": one_only,
    }
    return render(request, "lti/choose.html", page, status=422 if problem else 200)


def _problem(ticked: list[Item], one_only: bool) -> str:
    if not ticked:
        return "Nothing is ticked yet. Choose what your course is to link."
    if one_only and len(ticked) > 1:
        return "The platform takes one item at a time. Leave one ticked; you can come again for the next."
    return ""


def _launch_of(request: LearnerRequest) -> LtiLaunch:
    """Return how this teacher came. Raises Http404 where they did not come to choose."""
    try:
        launch = get_launch_from_request(request, request.session.get(SESSION_KEY) or "none")
        is_theirs = launch.is_deep_link_launch and launch.user.auth_user_id == request.user.pk
    except LtiException as reason:
        raise Http404("no platform has asked") from reason
    if not is_theirs or role_of(launch.roles_claim or []) not in TEACHING:
        raise Http404("no platform has asked this person")
    return launch


def _handed_over(request: LearnerRequest, launch: LtiLaunch, ticked: list[Item]) -> HttpResponse:
    message = launch.get_message_launch()
    deep_link = message.get_deep_link()
    address = launch.get_claim(SETTINGS)["deep_link_return_url"]
    page: Any = render(
        request,
        "lti/handed_over.html",
        {
            "address": address,
            "answer": deep_link.get_response_jwt([_resource(item) for item in ticked]),
            "items": ticked,
            "platform": launch.registration.name,
        },
    )
    page._csp_replace = {"form-action": [platform_address(launch.registration), _origin(address)]}
    return page  # type: ignore[no-any-return]


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])


def _resource(item: Item) -> DeepLinkResource:
    link = DeepLinkResource()
    link.set_url(reverse_absolute("lti-launch")).set_title(item.title).set_target("window")
    link.set_custom_params({"item": item.full_id})
    if item.kind in WITH_MARKS:
        line = LineItem()
        line.set_tag(item.full_id.replace("/", ".")).set_score_maximum(100).set_label(item.title)
        link.set_lineitem(line)
    return link
