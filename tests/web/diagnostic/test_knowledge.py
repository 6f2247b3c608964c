"""The belief against Bayes' rule done by hand: every set of landmarks tried, nothing shared with the code."""

from itertools import chain, combinations
from math import isclose, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.web.diagnostic.knowledge import SLIP, UNSURE, Belief, Evidence, Landmark, evidence_of, prior

NEEDS = {"a": "", "b": "a", "c": "a", "d": "abc", "e": "", "f": "ae"}
WAY = ["a", "c", "b", "e", "d", "f"]
CHANCES = {
    "a": (0.2, 0.9),
    "b": (0.5, 0.6),
    "c": (0.1, 0.7),
    "d": (0.3, 0.8),
    "e": (0.4, 0.4),
    "f": (0.6, 0.9),
}
LANDMARKS = [Landmark(name, frozenset(needs), CHANCES[name]) for name, needs in NEEDS.items()]

answers = st.tuples(
    st.sampled_from(["a", "b", "bc", "d", "ef", "f"]),
    st.sampled_from([0.03, 0.25]),
    st.sampled_from([None, 0.0, 0.5, 1.0]),
)


def all_sets() -> list[frozenset[str]]:
    names = list(NEEDS)
    return [
        frozenset(some)
        for some in chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
    ]


def by_hand(given_answers: list[tuple[str, float, float | None]]) -> dict[frozenset[str], float]:
    """Return the weight of every set: prior of each kind times what each answer is worth, then normalised."""
    weights = {}
    for known in all_sets():
        total = 0.0
        for kind in (0, 1):
            weight = 0.5
            for name, needs in NEEDS.items():
                may = set(needs) <= known
                chance = CHANCES[name][kind] if may else 0.0
                weight *= chance if name in known else 1 - chance
            total += weight
        for takes, guess, score in given_answers:
            able = set(takes) <= known
            if score is None:
                total *= UNSURE if able else 1 - guess
            else:
                right = 1 - SLIP if able else guess
                total *= score * right + (1 - score) * (1 - right)
        weights[known] = total
    whole = sum(weights.values())
    return {known: weight / whole for known, weight in weights.items()}


def believed(given_answers: list[tuple[str, float, float | None]]) -> Belief:
    belief = prior(LANDMARKS, WAY)
    for takes, guess, score in given_answers:
        belief = belief.after(evidence_of(frozenset(takes), guess, score))
    return belief


@given(st.lists(answers, max_size=5))
def test_every_state_has_the_weight_that_bayes_rule_gives_it(
    told: list[tuple[str, float, float | None]],
) -> None:
    expected, belief = by_hand(told), believed(told)

    for known, weight in expected.items():
        assert isclose(belief.states.get(known, 0.0), weight, rel_tol=1e-9, abs_tol=1e-12)


def test_only_sets_that_hold_what_they_stand_on_are_states() -> None:
    closed = {known for known in all_sets() if all(set(NEEDS[name]) <= known for name in known)}

    assert set(prior(LANDMARKS, WAY).states) == closed
    assert isclose(sum(prior(LANDMARKS, WAY).states.values()), 1)


@given(st.lists(answers, max_size=5))
def test_the_order_of_the_answers_is_of_no_matter(told: list[tuple[str, float, float | None]]) -> None:
    mixed = sorted(told, key=repr)

    for state, weight in believed(told).states.items():
        assert isclose(believed(mixed).states[state], weight, rel_tol=1e-9, abs_tol=1e-15)


@pytest.mark.parametrize("name", list(NEEDS))
def test_a_right_answer_raises_what_it_needs_and_a_wrong_one_lowers_what_stands_on_it(name: str) -> None:
    before = prior(LANDMARKS, WAY)
    right = before.after(evidence_of(frozenset(name), 0.03, 1.0))
    wrong = before.after(evidence_of(frozenset(name), 0.03, 0.0))
    unknown = before.after(evidence_of(frozenset(name), 0.03, None))

    for need in (*NEEDS[name], name):
        assert right.chance({need}) > before.chance({need})
    for other in (other for other in NEEDS if name in (*NEEDS[other], other)):
        assert unknown.chance({other}) < wrong.chance({other}) < before.chance({other})


def test_nobody_knows_a_thing_more_surely_than_what_it_needs() -> None:
    belief = believed([("d", 0.03, 0.0), ("f", 0.03, 1.0)])

    for name, needs in NEEDS.items():
        assert all(belief.chance({name}) <= belief.chance({need}) + 1e-12 for need in needs)


@given(st.lists(answers, max_size=3), st.sampled_from(["a", "d", "ef"]))
def test_information_is_what_the_start_loses_in_entropy(
    told: list[tuple[str, float, float | None]], asked: str
) -> None:
    """Worked out the other way round: how uncertain the start is now, less how uncertain it is afterwards."""
    states = by_hand(told)
    guess, takes = 0.03, set(asked)
    right = {known: 0.9 if takes <= known else guess for known in states}
    sure = sum(weight * right[known] for known, weight in states.items())

    def entropy_of_start(weights: dict[frozenset[str], float]) -> float:
        starts: dict[str, float] = {}
        for known, weight in weights.items():
            start = next((name for name in WAY if name not in known), "nowhere")
            starts[start] = starts.get(start, 0.0) + weight
        whole = sum(starts.values())
        return -sum(part / whole * log2(part / whole) for part in starts.values() if part > 0)

    after = sure * entropy_of_start({known: weight * right[known] for known, weight in states.items()})
    after += (1 - sure) * entropy_of_start({known: w * (1 - right[known]) for known, w in states.items()})
    told_by_it = believed(told).information(frozenset(asked), guess)

    assert told_by_it == pytest.approx(entropy_of_start(states) - after, abs=1e-9)


def test_a_course_without_landmarks_has_one_state() -> None:
    assert prior([], []).states == {frozenset(): 1.0}
    assert prior([], []).after(Evidence(frozenset(), 0.5, 0.5)).states == {frozenset(): 1.0}
