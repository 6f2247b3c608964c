import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from tests.support.pages import text_of
from tests.web.cohorts.conftest import FINAL, MIDTERM, WARM_UP, Cast
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Role

NEW = "/classes/new/"
FORM = {
    "name": "Spring",
    "starts": "2027-03-01",
    "ends": "2027-06-30",
    "time_zone": "Europe/Berlin",
    "pass_mark": "75",
    "late_percent": "10",
    "late_days": "7",
    f"weight:{MIDTERM}": "1",
    f"weight:{FINAL}": "1",
    f"weight:{WARM_UP}": "0",
}


def started() -> Cohort:
    return Cohort.objects.get(name="Spring")


def test_those_who_teach_and_operators_may_start_one(cast: Cast) -> None:
    User.objects.filter(username="charlie").update(is_staff=True)
    expected = {
        "nobody": 302,
        "stranger": 200,
        "learner": 403,
        "assistant": 403,
        "teacher": 200,
        "owner": 200,
    }
    assert cast.statuses(NEW) == expected
    assert "UPSLOPE_CLASSES=everyone" in text_of(cast.learner.get(NEW))


def test_everybody_may_where_the_server_says_so(cast: Cast, settings: Settings) -> None:
    settings.CLASSES = "everyone"
    assert cast.stranger.get(NEW).status_code == 200


def test_a_word_that_means_nothing_stops_the_server_with_a_sentence(settings: Settings) -> None:
    settings.CLASSES = "teachers"
    with pytest.raises(ImproperlyConfigured, match=r"operators or everyone\. It is 'teachers'"):
        apps.get_app_config("cohorts").ready()


def test_who_starts_a_class_owns_it(cast: Cast) -> None:
    answer = cast.teacher.post(NEW, FORM, follow=True)
    assert "Spring is there." in text_of(answer)
    cohort = started()
    assert cohort.memberships.get().user.username == "tess"
    assert cohort.memberships.get().role == Role.OWNER
    assert (cohort.time_zone, cohort.pass_mark, cohort.late_percent) == ("Europe/Berlin", 75, 10)


def test_every_graded_item_counts_unless_something_else_is_said(cast: Cast) -> None:
    page = text_of(cast.owner.get(NEW))
    assert page.index("The midterm") < page.index("Practice that can count too") < page.index("Warming up")
    assert "Still to come" not in page
    cast.owner.post(NEW, FORM)
    assert started().counted == {}


@pytest.mark.parametrize("typed", ["2.5", "2,5"])
def test_what_counts_can_be_chosen(cast: Cast, typed: str) -> None:
    cast.owner.post(NEW, FORM | {f"weight:{FINAL}": typed, f"weight:{MIDTERM}": "", f"weight:{WARM_UP}": "1"})
    assert started().counted == {FINAL: 2.5, WARM_UP: 1.0}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Give the class a name"),
        ({"name": "x" * 121}, "this one has 121"),
        ({"starts": ""}, "Say on which day the class starts"),
        ({"starts": "2027-02-31"}, "There is no 31 February 2027"),
        ({"ends": "2027-02-28"}, "The last day, 2027-02-28, lies before the first day, 2027-03-01."),
        ({"time_zone": "Atlantis"}, "“Atlantis” is no time zone that is known here."),
        ({"pass_mark": "101"}, "“101” is not a whole number from 0 to 100."),
        ({"pass_mark": "much"}, "“much” is not a whole number from 0 to 100."),
        ({"late_percent": "-1"}, "“-1” is not a whole number"),
        ({"late_days": "1e9"}, "from 0 to 365"),
        ({f"weight:{FINAL}": "nan"}, "“nan” is not a number from 0 to 100."),
        ({f"weight:{FINAL}": "1.2.3"}, "“1.2.3” is not a number from 0 to 100."),
        ({f"weight:{FINAL}": "0", f"weight:{MIDTERM}": ""}, "At least one item has to count"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_all_that_was_typed_is_kept(
    cast: Cast, wrong: dict[str, str], sentence: str
) -> None:
    typed = FORM | {"name": "Kept as it was"} | wrong
    answer = cast.owner.post(NEW, typed)
    page = answer.content.decode()
    assert sentence in text_of(answer)
    assert not Cohort.objects.filter(name=typed["name"]).exists()
    assert all(f'value="{value}"' in page for value in typed.values() if value and value != "Atlantis")


def test_an_impossible_date_stays_in_its_field_to_be_mended(cast: Cast) -> None:
    page = cast.owner.post(NEW, FORM | {"starts": "2027-02-31"}).content.decode()
    assert '<input type="text" name="starts" value="2027-02-31"' in page
    assert 'aria-invalid="true"' in page
    assert '<input type="date" name="ends" value="2027-06-30"' in page


def test_the_late_policy_is_said_in_words_while_it_is_typed(cast: Cast) -> None:
    policy = "/classes/late-policy/?late_percent={}&late_days={}"
    assert "90 % becomes 70 % on the first day" in text_of(cast.learner.get(policy.format(20, 4)))
    assert text_of(cast.learner.get(policy.format("x", 4))) == ""
    assert cast.nobody.get(policy.format(20, 4)).status_code == 302
    assert "90 % becomes 80 % on the first day" in text_of(cast.owner.get(NEW))


def test_the_next_class_begins_in_the_time_zone_of_the_last(cast: Cast) -> None:
    cast.teacher.post(NEW, FORM)
    assert '<option value="Europe/Berlin" selected>' in cast.teacher.get(NEW).content.decode()
