import logging
from typing import cast

from allauth.socialaccount.providers.openid_connect import views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

_log = logging.getLogger(__name__)


@login_not_required
def provider_login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send somebody to the provider that vouches for them; where that is away, say so."""
    try:
        return cast(HttpResponse, views.login(request, provider_id))
    except RequestException as reason:
        _log.warning("The provider %s cannot be reached: %s", provider_id, reason)
        return render(request, "socialaccount/provider_away.html", status=502)
