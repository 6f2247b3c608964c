import pytest
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.test import Client

from tests.web.cohorts.conftest import FINAL, MIDTERM, reached
from tests.web.credentials.conftest import place_of
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Role
from upslope.web.credentials.issuing import NotEarned, issue
from upslope.web.credentials.models import Certificate
from upslope.web.gradebook.grades import grade_in
from upslope.web.gradebook.models import Override


def award(client: Client, cohort: Cohort) -> str:
    answer = client.post(f"/classes/{cohort.pk}/certificate/", follow=True)
    return str(answer.content.decode())


def test_a_learner_who_has_passed_gets_a_certificate_with_what_was_reached(
    cohort: Cohort, browsers: dict[str, Client], bob: User
) -> None:
    page = award(browsers["bob"], cohort)
    made = Certificate.objects.get()
    assert (made.user, made.cohort, made.name) == (bob, cohort, "Bob Brook")
    assert (made.percent, made.judged_percent, made.pass_mark, made.is_judged) == (90, 90, 80, True)
    assert made.modules == [["First module", ["Know an even number"]]]
    assert "Every mark was judged by the server" in page
    assert "Know an even number" in page


def test_the_second_request_gets_the_first_ones_certificate(
    cohort: Cohort, browsers: dict[str, Client]
) -> None:
    award(browsers["bob"], cohort)
    award(browsers["bob"], cohort)
    assert Certificate.objects.count() == 1


def test_the_database_itself_keeps_a_second_one_out(certificate: Certificate) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.create(
            user=certificate.user,
            cohort=certificate.cohort,
            percent=90,
            judged_percent=90,
            pass_mark=80,
        )


def test_who_has_not_passed_is_told_what_is_missing(
    cohort: Cohort, browsers: dict[str, Client], bob: User
) -> None:
    reached(bob, FINAL, 0.5)
    assert "You have 75 % so far, and 80 % passes." in award(browsers["bob"], cohort)
    assert not Certificate.objects.exists()


def test_who_looks_on_teaches_or_has_left_gets_none(cohort: Cohort, bob: User, alice: User) -> None:
    for item in (MIDTERM, FINAL):
        reached(alice, item, 1.0)
    with pytest.raises(NotEarned, match="you teach"):
        issue(place_of(alice))
    place = place_of(bob)
    place.is_auditing = True
    place.save()
    with pytest.raises(NotEarned, match="You look on"):
        issue(place)
    place.is_auditing, place.left = False, place.joined
    place.save()
    with pytest.raises(NotEarned, match="You have left"):
        issue(place)


def test_where_nothing_counts_there_is_nothing_to_pass(cohort: Cohort, bob: User) -> None:
    Cohort.objects.update(counted={"first/later": 1.0}, pass_mark=0)
    with pytest.raises(NotEarned, match="Nothing counts"):
        issue(place_of(bob))


def test_a_mark_set_by_hand_passes_and_is_said(
    cohort: Cohort, browsers: dict[str, Client], bob: User, alice: User
) -> None:
    reached(bob, FINAL, 0.2)
    Override.objects.create(cohort=cohort, user=bob, item_id=FINAL, score=1.0, reason="Oral", by=alice)
    page = award(browsers["bob"], cohort)
    made = Certificate.objects.get()
    assert (made.percent, made.judged_percent, made.by_hand) == (100, 60, ["The final"])
    assert "A teacher set the mark of “The final”. Without it the server judged 60 %." in page
    assert "judged by the server, from" not in page


def test_only_members_may_ask(cohort: Cohort, browsers: dict[str, Client]) -> None:
    address = f"/classes/{cohort.pk}/certificate/"
    statuses = {name: client.post(address).status_code for name, client in browsers.items()}
    assert statuses == {"nobody": 302, "charlie": 404, "bob": 302, "alice": 302, "ann": 302}
    assert Certificate.objects.count() == 1
    assert browsers["bob"].get(address).status_code == 405


def offer(user: User) -> str:
    place = place_of(user)
    text = "{% load credentials %}{% certificate_offer place grade %}"
    return Template(text).render(Context({"place": place, "grade": grade_in(place)}))


def test_the_class_page_offers_what_is_to_be_had_and_then_shows_it(cohort: Cohort, bob: User) -> None:
    assert "Get the certificate" in offer(bob)
    made = issue(place_of(bob))
    assert made.path in offer(bob)
    assert "Get the certificate" not in offer(bob)


def test_the_class_page_offers_nothing_to_who_has_not_passed(cohort: Cohort, bob: User, alice: User) -> None:
    reached(bob, FINAL, 0.1)
    assert not offer(bob).strip()
    assert not offer(alice).strip()


@pytest.mark.parametrize("address", ["/progress/", "/certificates/"])
def test_the_own_pages_offer_it_and_then_show_it(
    cohort: Cohort, browsers: dict[str, Client], address: str, bob: User
) -> None:
    assert "Get the certificate" in browsers["bob"].get(address).content.decode()
    assert "Get the certificate" not in browsers["charlie"].get(address).content.decode()
    issue(place_of(bob))
    page = browsers["bob"].get(address).content.decode()
    assert "Get the certificate" not in page
    assert "Your certificates" in page


def test_each_sees_their_own_certificates_alone(
    certificate: Certificate, browsers: dict[str, Client]
) -> None:
    assert certificate.path in browsers["bob"].get("/certificates/").content.decode()
    for other in ("alice", "charlie"):
        assert certificate.path not in browsers[other].get("/certificates/").content.decode()
    assert browsers["nobody"].get("/certificates/").status_code == 302


def test_who_teaches_sees_the_certificates_of_the_class(
    certificate: Certificate, browsers: dict[str, Client]
) -> None:
    assert certificate.cohort is not None
    address = f"/classes/{certificate.cohort.pk}/certificates/"
    statuses = {name: client.get(address).status_code for name, client in browsers.items()}
    assert statuses == {"nobody": 302, "charlie": 404, "bob": 404, "ann": 200, "alice": 200}
    assert certificate.path in browsers["ann"].get(address).content.decode()


def test_a_certificate_keeps_what_it_says(certificate: Certificate, bob: User) -> None:
    User.objects.filter(pk=bob.pk).update(first_name="Robert")
    reached(bob, FINAL, 0.0)
    Cohort.objects.all().delete()
    certificate.refresh_from_db()
    assert (certificate.name, certificate.percent, certificate.class_name) == ("Bob Brook", 90, "Autumn")


@pytest.mark.parametrize("stays", [True, False])
def test_with_the_account_it_goes_unless_the_learner_wished_it_to_stay(
    certificate: Certificate, browsers: dict[str, Client], bob: User, stays: bool
) -> None:
    Certificate.objects.update(outlives_account=stays)
    bob.delete()
    page = browsers["nobody"].get(certificate.path)
    assert Certificate.objects.count() == stays
    assert page.status_code == (200 if stays else 404)
    assert ("is <b>valid</b>" in page.content.decode()) == stays


def test_roles_are_as_they_are_now(cohort: Cohort, bob: User) -> None:
    place = place_of(bob)
    place.role = Role.ASSISTANT
    place.save()
    with pytest.raises(NotEarned, match="you teach"):
        issue(place)
