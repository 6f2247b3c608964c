"""How far around a point a plane or a paraboloid is as good as its function, against sums done by hand."""

from math import sqrt

import pytest
from django.test import Client

from upslope.maths import parse_scalar
from upslope.web.explorer.close_around import close_radius
from upslope.web.explorer.close_by import Tolerance
from upslope.web.explorer.opening import View

BOWL = parse_scalar("x^2 + y^2", ("x", "y"))
PLANE = (1.25, 2.0, 1.0, 0.0, 0.0, 0.0)  # of the bowl at x = 1, y = 0.5
HERE = (1.0, 0.5)
VIEW: View = (-2.5, 2.5, -2.5, 2.5)
SHARE, SIZE = Tolerance(0.01, is_share=True), Tolerance(0.01, is_share=False)


def test_a_tangent_plane_of_the_bowl_is_off_by_the_square_of_the_distance() -> None:
    assert close_radius(BOWL, PLANE, HERE, VIEW, SIZE) == pytest.approx(0.1)


def test_a_share_is_used_up_first_where_the_function_is_small() -> None:
    # Towards the middle of the bowl r² = 0.01 (R − r)², R the way there; directions are a degree apart.
    assert close_radius(BOWL, PLANE, HERE, VIEW, SHARE) == pytest.approx(sqrt(1.25) / 11, rel=1e-4)


def test_what_lies_outside_of_the_view_does_not_count() -> None:
    small: View = (0.95, 1.05, 0.45, 0.55)
    assert close_radius(BOWL, PLANE, HERE, small, SIZE) == pytest.approx(0.05 * sqrt(2))


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            {"f": "x^2+y^2", "order": "2"},
            "Everywhere you see here, the polynomial is within 1\u00a0% of the function.",
        ),
        (
            {"f": "x^2+y^2", "order": "1", "measure": "size"},
            "Up to a distance of 0.1 from the point, to all sides, the polynomial is off by at most 0.01.",
        ),
        (
            {"f": "x+y^2", "about": "0", "beside": "0", "order": "1"},
            "Only at the point itself is the polynomial within 1\u00a0% of the function, or",
        ),
        (
            {"f": "x^2+y^2", "order": "1", "measure": "size", "low": "0.95"},
            "to all sides, as far as you see, the",
        ),
        ({"f": "1/(x-1)+y", "order": "1"}, "x - 1"),
    ],
)
def test_the_page_is_told_in_a_sentence(alices_browser: Client, asked: dict[str, str], sentence: str) -> None:
    usual = {"about": "1", "beside": "0.5", "low": "-2.5", "high": "2.5", "bottom": "-2.5", "top": "2.5"}
    said = alices_browser.get("/explorer/closeness/", {**usual, **asked}).json()
    assert sentence in said.get("sentence", said.get("trouble"))
