import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from upslope.web.accounts.models import User
from upslope.web.lessons.models import ItemProgress
from upslope.web.lessons.progress import progress_of, record

reports = st.lists(st.tuples(st.none() | st.floats(0, 1), st.booleans()), min_size=1, max_size=6)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reports=reports)
def test_whatever_is_recorded_the_best_stays(alice: User, reports: list[tuple[float | None, bool]]) -> None:
    ItemProgress.objects.all().delete()
    for score, done in reports:
        record(alice, "first/opening", score, done=done)

    kept = progress_of(alice)["first/opening"]

    assert kept.score == max((score for score, _ in reports if score is not None), default=None)
    assert kept.is_done == any(done for _, done in reports)


@pytest.mark.django_db
def test_everybody_has_progress_of_their_own(alice: User, bob: User) -> None:
    record(alice, "first/opening", 1.0, done=True)

    assert progress_of(bob) == {}
