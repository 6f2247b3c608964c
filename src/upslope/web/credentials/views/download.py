from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.credentials.badge import signed_badge
from upslope.web.credentials.printing import pdf_of
from upslope.web.credentials.rights import fetchable
from upslope.web.credentials.views.certificate import NOT_INDEXED


@login_not_required
@require_safe
def pdf(request: LearnerRequest, number: str) -> HttpResponse:
    """Give the certificate as a page to print: to its learner, or to all whom the learner lets."""
    found = fetchable(request.user, number)
    return _file(pdf_of(found), "application/pdf", f"certificate-{found.number}.pdf")


@login_not_required
@require_safe
def badge(request: LearnerRequest, number: str) -> HttpResponse:
    """Give the certificate as a signed Open Badge, to those who may have the PDF."""
    found = fetchable(request.user, number)
    return _file(signed_badge(found).encode(), "application/vc+jwt", f"badge-{found.number}.jwt")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["X-Robots-Tag"] = NOT_INDEXED
    return answer
