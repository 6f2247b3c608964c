from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.accounts.naming import shown_name
from upslope.web.credentials.issuer import issuer_name
from upslope.web.credentials.models import Certificate
from upslope.web.credentials.numbers import read_number
from upslope.web.credentials.printing import missing_letters
from upslope.web.credentials.rights import find, is_own, may_fetch, may_revoke
from upslope.web.credentials.sharing import linkedin_address

NOT_INDEXED = "noindex, nofollow"


@login_not_required
@require_safe
def certificate(request: LearnerRequest, number: str) -> HttpResponse:
    """Say to anybody with the number whether the certificate is valid, and what it certifies."""
    found = find(number)
    if found is None:
        return _not_there(request, number)
    if number != found.number:
        return redirect("certificate", found.number)
    return certificate_page(request, found)


def certificate_page(
    request: LearnerRequest, found: Certificate, problem: str = "", reason: str = ""
) -> HttpResponse:
    """Show the page, with a reason for revoking that could not be kept where there is one."""
    is_mine = is_own(request.user, found)
    may_judge = may_revoke(request.user, found)
    context = {
        "certificate": found,
        "issuer": issuer_name(),
        "is_own": is_mine,
        "may_fetch": may_fetch(request.user, found),
        "may_revoke": may_judge,
        "revoked_by": shown_name(found.revoked_by) if found.revoked_by and (is_mine or may_judge) else "",
        "linkedin": linkedin_address(found),
        "missing": missing_letters(found.name) if is_mine else "",
        "problem": problem,
        "reason": reason,
    }
    answer = render(request, "credentials/certificate.html", context, status=422 if problem else 200)
    if not found.may_be_found or found.revoked:
        answer.headers["X-Robots-Tag"] = NOT_INDEXED
    return answer


def _not_there(request: LearnerRequest, number: str) -> HttpResponse:
    """A number with a slip in it is told apart from one that could have been ours."""
    context = {"typed": number[:60], "is_altered": read_number(number) is None}
    answer = render(request, "credentials/not_there.html", context, status=404)
    answer.headers["X-Robots-Tag"] = NOT_INDEXED
    return answer
