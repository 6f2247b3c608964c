from datetime import date

import pytest

from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership
from upslope.web.sandpit.games.classmates import classmates_of


@pytest.mark.usefixtures("together")
def test_where_there_are_classes_only_those_of_ones_own_are_seen(alice: User, bob: User) -> None:
    charlie = User.objects.create_user("charlie")
    cohort = Cohort.objects.create(name="Autumn", starts=date(2026, 9, 1))
    for user in (alice, bob):
        Membership.objects.create(cohort=cohort, user=user)
    assert set(classmates_of(alice)) == {alice, bob}
    assert set(classmates_of(charlie)) == {charlie}
