"""The diagnosis names a mistake from its numbers: measured over every fault of both assignments."""

from dataclasses import replace

import numpy as np
import pytest

from upslope.course import default_course_path
from upslope.grading.judging.cases import Case, Diagnosis
from upslope.grading.judging.diagnosis import diagnose
from upslope.grading.judging.trials import Trial, draw_trial, with_replies
from upslope.grading.judging.try_at_home import try_at_home
from upslope.grading.judging.verdicts import verdict_on
from upslope.grading.lab import load_lab
from upslope.grading.lab_checks import Fault, FunctionCheck, Scene
from upslope.grading.notebooks.notebook import LearnerCode
from upslope.grading.sandbox.child import Answer, Raised, Trouble

LABS = ("multivariate-chain-rule/backpropagation", "regression/fitting-heights")
CHECKS = [check for lab in LABS for check in load_lab(default_course_path() / lab).checks]
FAULTS = [(check, fault) for check in CHECKS for fault in check.faults]
J_B2 = next(check for check in CHECKS if check.name == "J_b2")


def answers_to(trial: Trial, fault: Fault) -> tuple[object, ...]:
    keys = [trial.key(index, fault.wrong) for index in range(len(trial.scenes))]
    return tuple(
        Raised(Trouble("ValueError", " ".join(str(key).split()))) if isinstance(key, Exception) else key
        for key in keys
    )


def case_of(trial: Trial, fault: Fault) -> Case:
    return Case(trial, answers_to(trial, fault), tuple(trial.right()))


def names_it(found: Diagnosis | None, fault: Fault) -> bool:
    """The sentence says it, or at least the same link is marked."""
    if found is None:
        return False
    same_link = bool(fault.broken) and found.broken == fault.broken
    return fault.sentence[1:] in found.sentence or same_link


def test_no_fault_looks_like_the_right_answer() -> None:
    for check, fault in FAULTS:
        case = case_of(draw_trial(check, np.random.default_rng(11)), fault)
        assert not case.all_right, f"{check.name}: {fault.code}"


def test_at_least_95_of_100_single_faults_are_named_whatever_numbers_are_drawn() -> None:
    missed = []
    rng = np.random.default_rng()  # fresh numbers on every run
    for check, fault in FAULTS:
        found = diagnose(case_of(draw_trial(check, rng), fault))
        missed += [] if names_it(found, fault) else [(check.name, fault.code, found)]
    assert len(missed) <= 0.05 * len(FAULTS), missed


def test_a_function_is_diagnosed_apart_from_those_it_uses() -> None:
    step = next(check for check in CHECKS if check.replies is not None)
    trial = with_replies(draw_trial(step, np.random.default_rng(3)), np.random.default_rng(4))
    assert trial is not None
    named = [names_it(diagnose(case_of(trial, fault)), fault) for fault in step.faults]
    assert sum(named) >= 0.95 * len(named)


def test_two_faults_at_once_are_both_named() -> None:
    rng = np.random.default_rng(5)
    faults = list(J_B2.double_faults())
    chosen = [faults[int(k)] for k in rng.choice(len(faults), 40, replace=False)]
    named = tried = 0
    for fault in chosen:
        case = case_of(draw_trial(J_B2, rng), fault)
        if case.arrays is not None:
            found = diagnose(case)
            tried += 1
            named += found is not None and set(found.broken) <= set(fault.broken)
    assert named >= 0.8 * tried
    assert tried >= 15


def diagnosed(check: FunctionCheck, change: object, rng: np.random.Generator) -> str:
    trial = draw_trial(check, rng)
    right = tuple(trial.right())
    assert callable(change)
    answers = tuple(change(key, scene) for key, scene in zip(right, trial.scenes, strict=True))
    found = diagnose(Case(trial, answers, right))
    return found.sentence if found else ""


def examples(scene: Scene) -> int:
    return int(scene.arguments[0].size)


DISGUISES = [
    (lambda key, _: key.T, "lies on its side: an array of shape 7 × 1 is needed, so transpose it (.T)"),
    (
        lambda key, _: key.ravel(),
        "it is an array of 7 numbers, where an array of shape 7 × 1 is needed. Keep",
    ),
    (lambda key, _: key[::-1], "right numbers in another order"),
    (lambda key, _: 3 * key, "Every number is 3 times what it should be"),
    (lambda key, _: -1.5 * key, "Every number is −1.5 times what it should be: sign and size"),
    (lambda key, _: key / 5, "Every number is only 0.2 of what it should be"),
    (lambda key, s: key * examples(s) ** 2, "multiplied by the number of examples twice"),
    (lambda key, s: 3 * key / examples(s), "divided by the number of examples, and then times 3"),
    (lambda key, _: key * 1.01, "Every number is 1.01 times"),
    (lambda key, _: key + 0.01 * np.max(np.abs(key)), "very close everywhere, but further off than rounding"),
    (lambda key, _: 0 * key, "Every number is 0."),
    (lambda key, _: key**2, ""),
    (lambda key, _: np.full_like(key, np.nan), ""),
]


@pytest.mark.parametrize(("change", "said"), DISGUISES)
def test_right_numbers_in_disguise_are_recognised(change: object, said: str) -> None:
    sentence = diagnosed(J_B2, change, np.random.default_rng(6))
    assert said in sentence
    assert bool(said) == bool(sentence)


def test_of_two_numbers_the_one_that_is_right_is_named() -> None:
    step = next(check for check in CHECKS if check.name == "steepest_step")
    said = diagnosed(step, lambda key, _: key * np.array([1.1, 1.0]), np.random.default_rng(10))
    assert said == "The second number is right already, the first number is not."


def test_a_clash_of_shapes_that_fits_two_faults_names_both() -> None:
    trial = draw_trial(J_B2, np.random.default_rng(7))
    clash = [
        f"operands could not be broadcast together with shapes (2,{n}) ({scene.given['b2'].size},{n})"
        for scene in trial.scenes
        for n in [examples(scene)]
    ]
    answers = tuple(Raised(Trouble("ValueError", text)) for text in clash)
    found = diagnose(Case(trial, answers, tuple(trial.right())))
    assert found is not None
    assert found.sentence.startswith("There are two likely reasons. One: the link W3 is missing")
    assert found.broken == (1, 2)


def test_a_function_that_is_right_as_a_rule_is_not_blamed_for_more_than_it_does() -> None:
    only_small = replace(J_B2.situations[0], draw=J_B2.draw)
    check = replace(J_B2, situations=(only_small,))
    trial = draw_trial(check, np.random.default_rng(8))
    right = tuple(trial.right())
    assert diagnose(Case(trial, (right[0], np.zeros((3, 3))), right)) is None


HOSTILE = [
    np.full((7, 1), np.inf),
    np.full((7, 1), np.nan),
    np.full((7, 1), 1.7e308),
    np.full((7, 1), 5e-324),
    np.full((7, 1), -0.0),
    np.full((7, 1), 1e300 + 1e300j),
    np.full((7, 1), np.iinfo(np.int64).min),
    np.zeros((7, 1), np.uint8),
    np.zeros((7, 1), np.bool_),
    np.zeros((0, 7)),
    np.zeros(()),
    np.zeros((1,) * 20 + (7,)),
    [[1.0], "two"],
    "seven",
    None,
]


@pytest.mark.parametrize("answer", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_comes_back_is_judged_without_a_warning_and_is_not_right(answer: object) -> None:
    trial = draw_trial(J_B2, np.random.default_rng(9))
    outcome = tuple(Answer(answer, dict.fromkeys(J_B2.watched, answer)) for _ in trial.calls())
    verdict = verdict_on(trial, outcome, LearnerCode(()))
    assert not verdict.passed
    assert verdict.message
    assert verdict.result().checks
    assert J_B2.home is not None
    try_at_home(J_B2.home, answer)
