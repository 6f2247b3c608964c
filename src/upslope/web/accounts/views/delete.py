from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.accounts.models import User
from upslope.web.accounts.owning import classes_only_they_own, delete_with_everything


@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth comes without types
def delete_account(request: LearnerRequest) -> HttpResponse:
    """Delete an account and all that belongs to it, once its owner has typed its address."""
    typed = request.POST.get("email", "").strip()
    if request.method != "POST":
        return _page(request, typed, "", 200)
    if typed.casefold() != request.user.email.casefold():
        return _page(
            request, typed, f"“{typed[:100]}” is not the address of this account. Nothing was deleted.", 422
        )
    if not delete_with_everything(User.objects.get(pk=request.user.pk)):
        return _page(request, typed, "", 409)
    logout(request)
    messages.success(request, "Your account and everything in it is deleted.")
    return redirect("account_login")


def _page(request: LearnerRequest, typed: str, problem: str, status: int) -> HttpResponse:
    context = {"owned": classes_only_they_own(request.user), "problem": problem, "typed": typed[:100]}
    return render(request, "accounts/delete.html", context, status=status)
