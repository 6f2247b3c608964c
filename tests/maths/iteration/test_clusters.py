import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from upslope.maths.iteration.clusters import clusters

centres = st.lists(st.integers(-50, 50), min_size=1, max_size=8, unique=True)


@given(centres, st.integers(1, 5), st.randoms(use_true_random=False))
def test_scattered_points_find_their_centre(places: list[int], count: int, random) -> None:  # type: ignore[no-untyped-def]
    owners = [k for k in range(len(places)) for _ in range(count)]
    random.shuffle(owners)
    ordered = sorted(places)
    points = np.array([[ordered[k] + random.uniform(-1e-5, 1e-5) for k in owners]])
    labels, found = clusters(points)
    assert labels.tolist() == owners
    assert np.abs(found[0] - ordered).max() < 2e-5


@given(
    st.lists(st.tuples(st.integers(-4, 4), st.integers(-4, 4)), min_size=1, max_size=30),
    st.integers(0, 2**32 - 1),
)
def test_in_the_plane_points_of_one_place_and_no_others_share_a_label(
    places: list[tuple[int, int]], seed: int
) -> None:
    exact = np.array(places, dtype=np.float64).T
    scattered = exact + np.random.default_rng(seed).uniform(-1e-5, 1e-5, exact.shape)
    labels, found = clusters(scattered)
    assert found.shape == (2, len(set(places)))
    assert np.abs(found[:, labels] - exact).max() < 2e-5


def test_no_points_have_no_places() -> None:
    labels, found = clusters(np.zeros((2, 0)))
    assert labels.shape == (0,)
    assert found.shape == (2, 0)


def test_large_numbers_may_lie_further_apart() -> None:
    assert clusters(np.array([[1e6, 1e6 + 1.0]]))[1].shape == (1, 1)
    assert clusters(np.array([[1.0, 1.001]]))[1].shape == (1, 2)
