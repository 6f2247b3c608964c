"""A course with ratings."""

from collections.abc import Callable

import pytest

from tests.support.cast import signed_in
from upslope.web.accounts.models import User
from upslope.web.looking_back.models import CourseRating

PAGE = "regression/course-review"
Rate = Callable[..., CourseRating]


@pytest.fixture
def rate(together: None, db: None) -> Rate:
    """Let somebody new rate the course through the page's own form, and return what was kept."""

    def do(name: str, stars: int, text: str = "", *, is_public: bool = True) -> CourseRating:
        user = User.objects.create_user(f"user-{User.objects.count()}", first_name=name)
        form = {"stars": str(stars), "text": text} | ({"is_public": "on"} if is_public else {})
        assert signed_in(user).post(f"/looking-back/{PAGE}/rate/", form).status_code == 302
        return CourseRating.objects.get(user=user)

    return do
