"""The way in from a platform: it says that somebody comes, we send them to be vouched for, they come back."""

from hashlib import sha256
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import login as sign_in
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from lti_tool.constants import SESSION_KEY
from lti_tool.models import Key, LtiLaunch, LtiRegistration
from lti_tool.utils import DjangoToolConfig, get_launch_from_request, sync_data_from_launch
from lti_tool.views import OIDCLoginInitView
from pylti1p3.contrib.django.launch_data_storage.cache import DjangoCacheDataStorage
from pylti1p3.contrib.django.oidc_login import DjangoOIDCLogin
from pylti1p3.exception import LtiException, OIDCException

from upslope.web.cohorts.models import TEACHING
from upslope.web.course_access import current_course
from upslope.web.lti.models import LinkedClass, LinkedItem
from upslope.web.lti.people import account_of, place_for, role_of

BACKEND = "django.contrib.auth.backends.ModelBackend"
CONTEXT, ITEM = "lti_context", "lti_item"  # in the session of a teacher who has to say which class it is
OF_A_LOGIN = ("iss", "login_hint", "target_link_uri", "lti_message_hint", "client_id", "lti_deployment_id")
CONTEXT_CLAIM = "https://purl.imsglobal.org/spec/lti/claim/context"
LINK_CLAIM = "https://purl.imsglobal.org/spec/lti/claim/resource_link"
SECONDS_TO_REMEMBER = 24 * 3600  # longer than any answer is good
REFUSALS = (LtiException, OIDCException)
IN_A_FRAME = ("iframe", "frame", "embed", "object")


@login_not_required
def public_keys(_request: HttpRequest) -> JsonResponse:
    """The keys by which a platform knows that we are asking."""
    return JsonResponse(Key.objects.as_jwks())


@method_decorator(login_not_required, name="dispatch")
class Login(OIDCLoginInitView):  # type: ignore[misc]  # django-lti comes without types
    """Send whoever the platform announces back to it, to be vouched for.

    In a frame of the platform's page no cookie of ours would hold, and our pages are shown in no frame. There
    stands a link instead, which opens the same in a tab of its own.
    """

    def get_oidc_response(self, request: HttpRequest, registration_uuid: Any, params: Any) -> HttpResponse:
        try:
            if request.headers.get("Sec-Fetch-Dest") in IN_A_FRAME:
                return _link_to_a_tab(request, params)
            target = params.get("target_link_uri", "")
            if not _is_ours(target):
                raise LtiException(f"The address to open, {target!r}, is not one of this site.")
            tool = DjangoToolConfig(registration_uuid)
            store = DjangoCacheDataStorage()  # type: ignore[no-untyped-call]
            step = DjangoOIDCLogin(request, tool, launch_data_storage=store)  # type: ignore[no-untyped-call]
            answer: HttpResponse = step.redirect(reverse_absolute("lti-launch"))
        except REFUSALS as reason:
            return _refused(request, str(reason))
        return answer


@csrf_exempt
@login_not_required
@require_POST
def launch(request: HttpRequest) -> HttpResponse:
    """Let in somebody whom the platform vouches for, and show what they came for."""
    try:
        coming = _vouched_for(request)
    except REFUSALS as reason:
        return _refused(request, str(reason))
    role = role_of(coming.roles_claim or [])
    if role is None or (coming.is_deep_link_launch and role not in TEACHING):
        return _stay_out(request, "onlooker")
    user = account_of(coming.user)
    if not user.is_active:
        return _stay_out(request, "closed")
    sign_in(request, user, backend=BACKEND)
    if coming.is_deep_link_launch:
        request.session[SESSION_KEY] = coming.get_launch_id()
        return redirect("lti-choose")
    linked = LinkedClass.objects.filter(context=coming.context).select_related("cohort").first()
    if linked is not None:
        is_in = place_for(user, linked.cohort, role) is not None
        return _shown(coming, linked) if is_in else _stay_out(request, "removed")
    if role not in TEACHING:
        return _stay_out(request, "early")
    request.session[CONTEXT], request.session[ITEM] = coming.context.pk, _item_in(coming)
    return redirect("lti-connect")


def _vouched_for(request: HttpRequest) -> LtiLaunch:
    """Return what the platform says of whom, once it is certain that it does; keep what it says.

    Beyond what the library checks, the answer must come by the browser that was sent there, and only once.
    Raises one of ``REFUSALS``.
    """
    state, token = request.POST.get("state", ""), request.POST.get("id_token", "")
    if not state or request.COOKIES.get(f"lti1p3-{state}") != state:
        raise LtiException("This answer is for another browser, or its cookie was not kept.")
    try:
        coming = get_launch_from_request(request)
    except (
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
    ) as reason:  # the library takes claims as they are
        raise LtiException("What the platform says cannot be read.") from reason
    for claim in ("sub", CONTEXT_CLAIM) if coming.is_deep_link_launch else ("sub", CONTEXT_CLAIM, LINK_CLAIM):
        if not coming.get_claim(claim):
            raise LtiException(f"The platform does not say {claim.rpartition('/')[2]}.")
    if not (coming.is_deep_link_launch or coming.is_resource_launch):
        raise LtiException("It asks for something that this site does not do.")
    if not cache.add(f"lti-used-{sha256(token.encode()).hexdigest()}", 1, SECONDS_TO_REMEMBER):
        raise LtiException("This answer was used already.")
    sync_data_from_launch(coming)
    return coming


def platform_address(registration: LtiRegistration) -> str:
    """Return scheme, host and port of a platform's pages."""
    parts = urlsplit(registration.auth_url)
    return f"{parts.scheme}://{parts.netloc}"


def _item_in(launch: LtiLaunch) -> str:
    custom = launch.get_claim("https://purl.imsglobal.org/spec/lti/claim/custom") or {}
    return str(custom.get("item", ""))


def _shown(launch: LtiLaunch, linked: LinkedClass) -> HttpResponse:
    """Lead to the item, or to the class where the link names none that there is."""
    item_id = _item_in(launch)
    there = {item.full_id for item in current_course().items if item.path is not None}
    if item_id not in there:
        return redirect("cohort", linked.cohort_id)
    line_item = (launch.ags_claim or {}).get("lineitem", "")
    if line_item:
        LinkedItem.objects.update_or_create(linked=linked, item_id=item_id, defaults={"line_item": line_item})
    return redirect("item", *item_id.split("/"))


def _is_ours(address: str) -> bool:
    return address.startswith(reverse_absolute("lti-launch"))


def reverse_absolute(name: str) -> str:
    """Return a page's whole address, as platforms are told it."""
    return f"{settings.BASE_URL}{reverse(name)}"


def _link_to_a_tab(request: HttpRequest, params: Any) -> HttpResponse:
    registration = LtiRegistration.objects.active().filter(issuer=params.get("iss", "")).first()
    if registration is None:
        raise LtiException("No platform of this name is registered here.")
    told = {name: params[name] for name in OF_A_LOGIN if name in params}
    page: Any = render(request, "lti/tab.html", {"address": f"{reverse('lti-login')}?{urlencode(told)}"})
    page._csp_replace = {"frame-ancestors": [platform_address(registration)]}
    page.xframe_options_exempt = True
    return page  # type: ignore[no-any-return]


def _refused(request: HttpRequest, reason: str) -> HttpResponse:
    return render(request, "lti/refused.html", {"reason": reason}, status=403)


def _stay_out(request: HttpRequest, why: str) -> HttpResponse:
    return render(request, "lti/stay_out.html", {"why": why}, status=403)
