from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from upslope.web.accounts.forms import LONGEST_NAME
from upslope.web.accounts.learner import LearnerRequest


class NameChange(forms.Form):
    name = forms.CharField(
        label="Your name",
        max_length=LONGEST_NAME,
        help_text="What your teacher and your class call you.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: LearnerRequest) -> HttpResponse:
    """What somebody may change about their account; the name is changed right here."""
    user = request.user
    form = NameChange(request.POST or None, initial={"name": user.get_full_name()})
    if request.method == "POST" and form.is_valid():
        user.first_name, user.last_name = form.cleaned_data["name"], ""
        user.save(update_fields=["first_name", "last_name"])
        messages.success(request, "Your name is changed.")
        return redirect("account")
    context = {
        "form": form,
        "has_second_step": is_mfa_enabled(user),
        "has_providers": bool(settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]),
    }
    return render(request, "accounts/account.html", context, status=422 if form.errors else 200)
