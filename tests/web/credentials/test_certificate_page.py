import pytest
from django.test import Client

from upslope.web.credentials.models import Certificate
from upslope.web.credentials.numbers import ALPHABET, new_number


def altered(number: str) -> str:
    other = next(letter for letter in ALPHABET if letter != number[7])
    return number[:7] + other + number[8:]


def test_anybody_with_the_number_sees_that_it_is_valid(
    certificate: Certificate, browsers: dict[str, Client]
) -> None:
    for client in browsers.values():
        answer = client.get(certificate.path)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "This certificate is <b>valid</b>." in page
        assert "Bob Brook has passed <b>Small</b> with 90 %, where 80 % passes." in page


def test_a_number_typed_without_dashes_leads_to_the_same_page(
    certificate: Certificate, browsers: dict[str, Client]
) -> None:
    typed = certificate.number.replace("-", "").lower()
    answer = browsers["nobody"].get(f"/certificates/{typed}/")
    assert answer.headers["Location"] == certificate.path


def test_altered_and_unknown_are_told_apart(certificate: Certificate, browsers: dict[str, Client]) -> None:
    changed = browsers["nobody"].get(f"/certificates/{altered(certificate.number)}/")
    unknown = browsers["nobody"].get(f"/certificates/{new_number()}/")
    assert (changed.status_code, unknown.status_code) == (404, 404)
    assert "This number was changed" in changed.content.decode()
    assert "There is no such certificate" in unknown.content.decode()
    assert "This number was changed" not in unknown.content.decode()


def test_a_hostile_number_is_shown_as_text(browsers: dict[str, Client]) -> None:
    page = browsers["nobody"].get("/certificates/%3Cscript%3Ealert(1)%3C%2Fscript%3E\x00/".replace("%2F", ""))
    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("name", ["certificate.pdf", "badge.jwt"])
def test_only_its_learner_downloads_it_until_the_learner_lets_others(
    certificate: Certificate, browsers: dict[str, Client], name: str
) -> None:
    address = certificate.path + name
    statuses = {who: client.get(address).status_code for who, client in browsers.items()}
    assert statuses == {"nobody": 404, "charlie": 404, "alice": 404, "ann": 404, "bob": 200}
    assert address not in browsers["nobody"].get(certificate.path).content.decode()

    browsers["bob"].post(certificate.path + "sharing/", {"may_be_fetched": "on"})

    assert browsers["nobody"].get(address).status_code == 200
    assert address in browsers["nobody"].get(certificate.path).content.decode()


def test_only_its_learner_chooses_who_sees_it(certificate: Certificate, browsers: dict[str, Client]) -> None:
    address = certificate.path + "sharing/"
    for other in ("nobody", "charlie", "alice", "ann"):
        expected = 302 if other == "nobody" else 404
        assert browsers[other].post(address, {"may_be_found": "on"}).status_code == expected
        certificate.refresh_from_db()
        assert not certificate.may_be_found
    browsers["bob"].post(address, {"may_be_found": "on", "outlives_account": "on"})
    certificate.refresh_from_db()
    assert (certificate.may_be_found, certificate.may_be_fetched, certificate.outlives_account) == (
        True,
        False,
        True,
    )


def test_search_engines_stay_out_until_the_learner_lets_them_in(
    certificate: Certificate, browsers: dict[str, Client]
) -> None:
    before = browsers["nobody"].get(certificate.path)
    assert before.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert 'name="robots"' in before.content.decode()
    Certificate.objects.update(may_be_found=True)
    after = browsers["nobody"].get(certificate.path)
    assert "X-Robots-Tag" not in after.headers
    assert 'name="robots"' not in after.content.decode()


def test_links_to_show_it_are_for_its_learner_and_fetch_nothing(
    certificate: Certificate, browsers: dict[str, Client]
) -> None:
    page = browsers["bob"].get(certificate.path).content.decode()
    assert "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&amp;name=Small&amp;" in page
    assert f"certId={certificate.number}" in page
    assert 'src="http' not in page
    assert page.count('target="_blank"') == page.count('rel="noopener') == 2
    assert "linkedin" not in browsers["nobody"].get(certificate.path).content.decode()


def test_revoking_is_for_those_who_lead_the_class(
    certificate: Certificate, browsers: dict[str, Client]
) -> None:
    for act in ("revoke", "restore"):
        for other, expected in {"nobody": 302, "charlie": 404, "bob": 404, "ann": 404}.items():
            answer = browsers[other].post(f"{certificate.path}{act}/", {"reason": "No"})
            assert answer.status_code == expected
    certificate.refresh_from_db()
    assert certificate.revoked is None


def test_a_revoked_certificate_says_so_to_all_and_why_to_those_whom_it_concerns(
    certificate: Certificate, browsers: dict[str, Client]
) -> None:
    browsers["alice"].post(certificate.path + "revoke/", {"reason": "The work was a friend’s."})
    for name, client in browsers.items():
        page = client.get(certificate.path).content.decode()
        assert "<b>revoked</b>" in page
        assert "<b>valid</b>" not in page
        assert ("The work was a friend’s." in page) == (name in ("bob", "alice"))
    assert browsers["bob"].get(certificate.path + "certificate.pdf").status_code == 404

    browsers["alice"].post(certificate.path + "restore/")

    assert "is <b>valid</b>" in browsers["nobody"].get(certificate.path).content.decode()
    assert browsers["bob"].get(certificate.path + "certificate.pdf").status_code == 200


@pytest.mark.parametrize(
    ("reason", "sentence"), [("  ", "Write a reason"), ("x" * 301, "This reason has 301 characters")]
)
def test_a_reason_that_cannot_be_kept_comes_back_as_it_was_typed(
    certificate: Certificate, browsers: dict[str, Client], reason: str, sentence: str
) -> None:
    answer = browsers["alice"].post(certificate.path + "revoke/", {"reason": reason})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert reason.strip() in answer.content.decode()
    certificate.refresh_from_db()
    assert certificate.revoked is None
