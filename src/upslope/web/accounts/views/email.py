from typing import cast

from allauth.account import views
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.manage_email import email_already_exists
from allauth.account.models import EmailAddress
from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.accounts.models import User


class NewAddress(forms.Form):
    email = forms.EmailField(
        label="Your new address", max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    def clean_email(self) -> str:
        email, _ = email_already_exists(self.cleaned_data["email"].lower())
        return str(email)


@require_http_methods(["GET", "HEAD", "POST"])
def email(request: LearnerRequest) -> HttpResponse:
    """Change the address: by a link sent to the new one, or at once where no mail can be sent."""
    if settings.HAS_MAIL:
        return cast(HttpResponse, views.email(request))
    return cast(HttpResponse, _at_once(request))


@reauthentication_required  # type: ignore[untyped-decorator]  # allauth comes without types
def _at_once(request: LearnerRequest) -> HttpResponse:
    form = NewAddress(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _change(request.user, form.cleaned_data["email"])
        messages.success(request, "Your address is changed. Sign in with the new one from now on.")
        return redirect("account")
    return render(request, "account/email_change.html", {"form": form}, status=422 if form.errors else 200)


def _change(user: User, address: str) -> None:
    with transaction.atomic():
        EmailAddress.objects.filter(user=user).delete()
        EmailAddress.objects.create(user=user, email=address, primary=True, verified=False)
        user.email = address
        user.save(update_fields=["email"])
