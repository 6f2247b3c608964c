from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from upslope.web.community.stop_mail import read_stop


@login_not_required
@csrf_exempt  # mail programs send this form without having seen a page; the signed address is the permission
@require_http_methods(["GET", "HEAD", "POST"])
def stop_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Stop mails for whoever holds the link. Programs that only look at links stop nothing."""
    stop = read_stop(token)
    if stop is not None and request.method == "POST":
        stop.carry_out()
    context = {"stop": stop, "is_done": stop is not None and request.method == "POST"}
    return render(request, "community/stop_mail.html", context, status=200 if stop else 404)
