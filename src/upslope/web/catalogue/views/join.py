from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from upslope.web.catalogue.invitation_link import key_in
from upslope.web.storable import storable

MOST_READ = 500  # characters


@login_not_required
@require_safe
def join_by_link(request: HttpRequest) -> HttpResponse:
    """A field for an invitation; leads to its page."""
    typed = storable(request.GET.get("link", "")[:MOST_READ])
    key = key_in(typed)
    if key:
        return redirect("join", key)
    context = {"typed": typed, "most": MOST_READ, "base_url": settings.BASE_URL}
    return render(request, "catalogue/join.html", context)
