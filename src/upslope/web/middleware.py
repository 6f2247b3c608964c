"""Who may talk to the site at all: this machine's browser, at this address, signed in."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseForbidden
from django.http.request import split_domain_port
from django.shortcuts import resolve_url
from django.utils.cache import add_never_cache_headers
from django_htmx.http import HttpResponseClientRedirect

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
WRONG_ADDRESS = "This address is not the one the course runs at. Use the address printed in the terminal.\n"
LARGEST_NUMBER = 2**63 - 1  # of a row
# Learning platforms send people here; what they bring is signed, and nothing of ours comes with it.
SENT_BY_PLATFORMS = frozenset({"/lti/login/", "/lti/launch/"})
FOREIGN_PAGE = "Another website tried to change something here. It was refused; nothing has changed.\n"


def only_this_machine(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Refuse any Host but ours (a foreign name can point at this machine), and foreign pages' changes."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not _host_is_ours(request):
            return _plain_refusal(WRONG_ADDRESS)
        is_foreign = request.method not in SAFE_METHODS and not _origin_is_ours(request)
        if is_foreign and not (settings.TOGETHER and request.path in SENT_BY_PLATFORMS):
            return _plain_refusal(FOREIGN_PAGE)
        return get_response(request)

    return middleware


class SignedInOnly(LoginRequiredMiddleware):
    """Django's own rule: every view unless marked otherwise. What a learner is shown is kept by no cache.

    A page that came back out of a cache would show drafts and scores of before. An answer that holds nothing
    of the learner's, such as the picture of a figure, says itself how long it may be kept.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """A number that no row can have is not found; a database would stumble over it."""
        if any(isinstance(value, int) and value > LARGEST_NUMBER for value in view_kwargs.values()):
            raise Http404("No row has such a number.")
        found: HttpResponseBase | None = super().process_view(request, view_func, view_args, view_kwargs)
        return found

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    def handle_no_permission(  # type: ignore[override]  # the stubs know only the redirect, Django takes any answer
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        if request.headers.get("HX-Request"):  # a part of a page: the whole page has to go
            return HttpResponseClientRedirect(resolve_url(settings.LOGIN_URL))
        return super().handle_no_permission(request, view_func)


def _host_is_ours(request: HttpRequest) -> bool:
    """Alone the port is checked, too: another program on this machine may serve at another one."""
    try:
        name, port = split_domain_port(request.get_host())
    except DisallowedHost:
        return False
    if settings.TOGETHER:
        return name.strip("[]") == urlsplit(settings.BASE_URL).hostname
    return bool((port or "80") == request.META["SERVER_PORT"])


def _origin_is_ours(request: HttpRequest) -> bool:
    """Browsers send Origin with every change; programs such as curl send none, and hold no cookie of ours.

    Should a browser leave it out, Sec-Fetch-Site, which no page can set, says where the request comes from.
    """
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site", "none") in ("same-origin", "none")
    ours = _scheme_and_host(settings.BASE_URL) if settings.TOGETHER else None
    return _scheme_and_host(origin) == (ours or (request.scheme, request.get_host().lower()))


def _scheme_and_host(origin: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return None
    return parts.scheme, parts.netloc.lower()


def _plain_refusal(sentence: str) -> HttpResponse:
    return HttpResponseForbidden(sentence, content_type="text/plain; charset=utf-8")
