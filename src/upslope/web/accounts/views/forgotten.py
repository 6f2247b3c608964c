from typing import cast

from allauth.account import views
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for the address to send a link to; where no mail can be sent, say who helps."""
    if settings.HAS_MAIL:
        return cast(HttpResponse, views.password_reset(request))
    return render(request, "account/password_reset.html")
