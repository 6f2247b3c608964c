import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest
from django.test import Client, RequestFactory

from tests.support.pages import text_of
from upslope.web import error_pages


@pytest.fixture
def request_of_nobody() -> HttpRequest:
    """A request that no middleware has seen: what an error page has when everything else failed."""
    return RequestFactory().get("/")


def test_a_page_that_is_not_there_says_so_and_leads_back(alices_browser: Client) -> None:
    page = alices_browser.get("/no/such/page/")

    assert page.status_code == 404
    assert "This page is not here" in text_of(page)
    assert 'href="/"' in page.content.decode()


def test_a_page_that_is_not_allowed_says_so(request_of_nobody: HttpRequest) -> None:
    page = error_pages.not_allowed(request_of_nobody, PermissionDenied())

    assert page.status_code == 403
    assert "This page is not yours to open" in text_of(page)


def test_a_broken_page_says_so_without_touching_the_database(request_of_nobody: HttpRequest) -> None:
    page = error_pages.broken(request_of_nobody)

    assert page.status_code == 500
    assert "It was not your doing" in text_of(page)


def test_where_the_database_is_away_it_says_that_it_comes_back(request_of_nobody: HttpRequest) -> None:
    try:
        raise OperationalError("the server closed the connection")
    except OperationalError:
        page = error_pages.broken(request_of_nobody)

    assert page.status_code == 503
    assert page.headers["Retry-After"] == "30"
    assert "cannot reach its memory" in text_of(page)


def test_a_form_that_expired_says_that_nothing_has_changed(request_of_nobody: HttpRequest) -> None:
    page = error_pages.form_expired(request_of_nobody)

    assert page.status_code == 403
    assert "Nothing has changed." in text_of(page)
