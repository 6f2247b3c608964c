from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_safe

from upslope.web.accounts.entry import use_up
from upslope.web.accounts.learner import the_learner


@login_not_required
@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Open the door to whoever holds the key from the terminal. A HEAD request must not use it up."""
    if request.user.is_authenticated:
        return redirect("home")
    if not use_up(token):
        return render(request, "accounts/how_to_enter.html", {"token_is_spent": True}, status=403)
    login(request, the_learner(), backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


@login_not_required
@require_safe
def how_to_enter(request: HttpRequest) -> HttpResponse:
    """Say where the key is."""
    if request.user.is_authenticated:
        return redirect("home")
    return render(request, "accounts/how_to_enter.html", status=403)
