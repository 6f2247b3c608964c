"""How many questions a page asks the database: as many for six cards as for one."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

PAGES = {
    "/": 5,
    "/progress/": 8,
    "/glossary/": 3,
    "/review/": 5,
    "/export/": 39,
    "/learn/what-is-calculus/rise-over-run/": 12,
    "/learn/what-is-calculus/definition-of-a-derivative/": 12,
    "/learn/what-is-calculus/practising-the-product-rule/": 12,
    "/learn/regression/fitting-heights/": 12,
}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_seen_before_asks_the_database_little(
    alices_browser: Client,
    address: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    alices_browser.get(address)

    with django_assert_max_num_queries(PAGES[address]):
        answer = alices_browser.get(address)

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/learn/what-is-calculus/rise-over-run/",
        "/learn/what-is-calculus/definition-of-a-derivative/",
        "/learn/what-is-calculus/practising-the-product-rule/",
    ],
)
def test_the_first_visit_draws_all_variants_at_once(
    alices_browser: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(23):
        answer = alices_browser.get(address)

    assert answer.status_code == 200
