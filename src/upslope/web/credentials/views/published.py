"""What programs read that verify a badge. It is for everybody, from anywhere."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from upslope.web.credentials.badge import CREDENTIALS, OPEN_BADGES, achievement, profile, revoked_list
from upslope.web.credentials.issuer import full_address, jwk_of
from upslope.web.credentials.models import Certificate, PublishedKey

CONTEXT = {"@context": [CREDENTIALS, OPEN_BADGES]}
CRITERIA = (
    "At least the pass mark of a class over all that counts in it. "
    "Each badge says the pass mark, the score, and which marks a teacher set."
)


@login_not_required
@require_safe
def issuer(request: HttpRequest) -> HttpResponse:
    """Who issues, and where the keys are."""
    return _published(CONTEXT | profile() | {"jwks_uri": full_address("badge-keys")})


@login_not_required
@require_safe
def achievement_page(request: HttpRequest, course_id: str) -> HttpResponse:
    """What is certified, as long as anybody has a certificate of it."""
    found = Certificate.objects.filter(course_id=course_id).order_by("-pk").first()
    if found is None:
        raise Http404(course_id)
    return _published(CONTEXT | achievement(course_id, found.course_title, found.course_version, CRITERIA))


@login_not_required
@require_safe
def revoked_badges(request: HttpRequest) -> HttpResponse:
    """Which badges no longer hold."""
    return _published(revoked_list())


@login_not_required
@require_safe
def key(request: HttpRequest, thumbprint: str) -> HttpResponse:
    """One public key."""
    found = PublishedKey.objects.filter(thumbprint=thumbprint).first()
    if found is None:
        raise Http404(thumbprint)
    return _published(jwk_of(found))


@login_not_required
@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """Every public key that ever signed a badge here; none before the first badge."""
    return _published({"keys": [jwk_of(one) for one in PublishedKey.objects.all()]})


def _published(data: dict[str, Any]) -> HttpResponse:
    answer = JsonResponse(data)
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
