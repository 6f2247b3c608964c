"""Rules about variants, each with a question that breaks it and one that does not."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.course.lint.conftest import Plant
from upslope.course import Course, load_question
from upslope.course.lint.alternatives import flaw_of
from upslope.course.lint.rule import Finding, QuestionSubject
from upslope.course.lint.rules import (
    answer_samples,
    different_options,
    drawing_time,
    option_places,
    picture_texts,
    plain_numbers,
)
from upslope.course.lint.rules import formulas as formulas_rule
from upslope.course.lint.rules.plain_numbers import ugly_number
from upslope.maths import parse
from upslope.questions import Misconception, Part, Variant, choice_part, expression_part, number_part
from upslope.questions.plot import Plot, curve
from upslope.questions.registry import Samples
from upslope.questions.score import NotGradable, Score

SCRIPT = "first/slopes/questions/drawn/question.py"
FIXED = "first/slopes/questions/fixed/question.md"
VIEW = (-2.0, 2.0, -1.0, 4.0)
ALT = "A curve that falls to the left of 0 and rises to the right."


def subject_of(course: Course, *parts: Part, seconds: Sequence[float] = ()) -> QuestionSubject:
    """A drawn question with one variant for each part."""
    question = load_question(course, "first/slopes/drawn")
    first = question.variant(0)
    variants = tuple(replace(first, seed=seed, parts=(part,)) for seed, part in enumerate(parts))
    return QuestionSubject(course, question, variants, tuple(seconds))


def choice_of(*texts: str, right: int = 0) -> Part:
    options = [{"id": str(place), "text": text} for place, text in enumerate(texts)]
    return choice_part("pick", options, str(right))


def picture_choice(*pictures: Plot) -> Part:
    options = [
        {"id": letter, "text": "", "plot": picture.to_json()}
        for letter, picture in zip("abc", pictures, strict=False)
    ]
    return Part("pick", "", "choice", {"answer": "a", "options": options})


def picture(formula: str, alt: str) -> Plot:
    return Plot(VIEW, alt, curves=(curve(parse(formula), VIEW),))


def said(findings: Sequence[Finding]) -> list[tuple[str, str, int, str]]:
    return [(found.severity, found.path.name, found.line, found.what) for found in findings]


def test_options_that_differ_in_spaces_alone_are_found_with_seed_and_part(course: Course) -> None:
    found = list(
        different_options.check(subject_of(course, choice_of("$2x$", "3"), choice_of("$2x$", "$2 x$")))
    )

    assert said(found) == [
        ("error", "question.py", 1, "With seed 1, two options of part 'pick' say the same, '$2x$'.")
    ]


def test_pictures_that_look_alike_are_found_though_their_formulas_differ(course: Course) -> None:
    alike = picture_choice(picture("x^2", ALT), picture("x^2 + 0.001", ALT + " Twice."))
    different = picture_choice(picture("x^2", ALT), picture("x^2/2", ALT + " Slowly."))

    found = list(different_options.check(subject_of(course, different, alike)))

    assert [finding.what for finding in found] == [
        "With seed 1, two options of part 'pick' show pictures that look alike."
    ]


def test_two_pictures_described_in_the_same_words_are_found(course: Course) -> None:
    part = picture_choice(picture("x^2", ALT), picture("x^2/2", ALT))

    found = list(different_options.check(subject_of(course, part)))

    assert "are described in the same words" in found[0].what


def test_a_right_option_that_always_stands_first_is_worth_a_look(course: Course) -> None:
    parts = [choice_of(f"{n}", f"{n + 1}", f"{n + 2}") for n in range(20)]

    found = list(option_places.check(subject_of(course, *parts)))

    assert said(found) == [
        (
            "warning",
            "question.py",
            1,
            "In 20 of 20 variants, the right option of part 'pick' stands at place 1.",
        )
    ]


def test_a_right_option_that_moves_about_is_fine_and_so_are_two_options(course: Course) -> None:
    moving = [choice_of(f"{n}", f"{n + 1}", f"{n + 2}", right=n % 3) for n in range(20)]
    pairs = [choice_of(f"{n}", f"{n + 1}") for n in range(20)]

    assert list(option_places.check(subject_of(course, *moving))) == []
    assert list(option_places.check(subject_of(course, *pairs))) == []


@pytest.mark.parametrize(
    ("alternative", "flaw"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("curve-2.PNG", "is the name of a file"),
        ("A curve.", "says next to nothing"),
        (ALT, ""),
    ],
)
def test_an_alternative_text_says_something(alternative: str, flaw: str) -> None:
    assert flaw_of(alternative).startswith(flaw)
    assert bool(flaw_of(alternative)) == bool(flaw)


def test_a_picture_that_says_nothing_is_found_once(course: Course) -> None:
    bad = [picture_choice(picture(f"x^{n}", "plot.png"), picture(f"{n} - x^2", ALT)) for n in (2, 4)]
    good = picture_choice(picture("x^2", ALT), picture("1 - x^2", ALT))

    found = list(picture_texts.check(subject_of(course, good, *bad)))

    assert [finding.what for finding in found] == [
        "With seed 1, the alternative text of a picture in the part 'pick' is the name of a file, 'plot.png'."
    ]


@pytest.mark.parametrize(
    ("latex", "ugly"),
    [
        ("12345x", "12345"),
        ("x^{2} + 1.23456", "1.23456"),
        (r"\frac{3}{128}", r"\frac{3}{128}"),
        (r"\frac{3}{64}", ""),
        ("25000x", ""),
        ("0.0001", ""),
        ("9999 + 9999", ""),
        ("3.1416", "3.1416"),
        ("3.14", ""),
    ],
)
def test_a_number_is_ugly_from_five_digits_on(latex: str, ugly: str) -> None:
    assert ugly_number(latex) == ugly


def test_an_ugly_answer_is_worth_a_look_and_decimals_of_an_answer_are_not(course: Course) -> None:
    rounded = number_part("pick", 2 / 3, decimals=2)
    long = expression_part("pick", parse("54321 x^2"))

    found = list(plain_numbers.check(subject_of(course, rounded, long)))

    assert said(found) == [
        ("warning", "question.py", 1, "With seed 1, the answer of part 'pick' has the number 54321.")
    ]


def test_a_slow_question_is_drawn_again_before_it_is_blamed(course: Course) -> None:
    part = number_part("pick", 2)
    disturbed = subject_of(course, part, part, part, part, seconds=(2.0, 2.0, 2.0, 2.0))
    one_hiccup = subject_of(course, part, part, part, part, seconds=(0.001, 0.001, 0.001, 2.0))

    assert list(drawing_time.check(disturbed)) == []
    assert list(drawing_time.check(one_hiccup)) == []


@pytest.mark.parametrize(("limit", "severity"), [(1.0, "warning"), (0.01, "error")])
def test_a_question_that_is_slow_every_time_is_found(
    plant: Plant, monkeypatch: pytest.MonkeyPatch, limit: float, severity: str
) -> None:
    monkeypatch.setattr(drawing_time, "SLOW", 0.008)
    monkeypatch.setattr(drawing_time, "FAR_TOO_SLOW", limit)

    found = plant((SCRIPT, "    f = parse", "    sum(range(2_000_000))\n    f = parse"), seeds=3)

    slow = [finding for finding in found if finding.rule == "drawing time"]
    assert [(finding.severity, finding.line) for finding in slow] == [(severity, 9)]
    assert slow[0].what.startswith("A variant takes ")


class Careless:
    """An answer type that marks everything it is given in the same way."""

    def __init__(self, mark: float, reads_anything: bool) -> None:
        self.mark = mark
        self.reads_anything = reads_anything

    def parse(self, text: str, key: Any) -> Any:
        return text if text != "malformed" or self.reads_anything else NotGradable("No.", "Try again.")

    def score(self, value: Any, key: Any) -> Score:
        return Score(self.mark)

    def model_answer(self, key: Any) -> str:
        return "model"

    def samples(self, key: Any) -> Samples:
        return Samples("right", "wrong", "malformed")


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        (Careless(1.0, reads_anything=False), "marks a wrong answer as right, 'wrong'"),
        (Careless(0.0, reads_anything=False), "does not mark its own right answer as right, 'right'"),
        (Careless(0.0, reads_anything=True), "reads what is no answer, 'malformed'"),
    ],
)
def test_an_answer_type_that_fails_its_own_samples_is_found(
    course: Course, monkeypatch: pytest.MonkeyPatch, kind: Careless, problem: str
) -> None:
    monkeypatch.setattr(answer_samples, "answer_type", lambda name: kind)

    found = list(answer_samples.check(subject_of(course, number_part("pick", 2))))

    assert f"With seed 0, part 'pick' {problem}." in [finding.what for finding in found]


def test_a_question_whose_answers_behave_gives_no_finding(course: Course) -> None:
    mistake = Misconception("halved", "You halved it.", "1")
    parts = [number_part("pick", n, misconceptions=(mistake,)) for n in (2, 3)]

    assert list(answer_samples.check(subject_of(course, *parts))) == []


def test_variants_are_told_apart_by_all_that_is_asked(course: Course) -> None:
    subject = subject_of(course, number_part("pick", 2), number_part("pick", 3), number_part("pick", 2))

    assert [variant.seed for variant in subject.different()] == [0, 1]
    assert [seed for seed, _ in subject.different_parts()] == [0, 1]


def test_a_quiz_that_asks_four_things_in_all_is_worth_a_look(plant: Plant) -> None:
    script = "first/practice/questions/drawn/question.py"

    found = plant((script, "integers(2, 21)", "integers(2, 6)"))

    assert ("warning", "question.py", 1, "On 40 seeds, a learner sees 4 different questions.") in said(found)


def test_a_graded_quiz_wants_drawn_questions_and_three_misconceptions(plant: Plant) -> None:
    fixed = """---
title = "A fixed question"
skills = ["slope"]
[[parts]]
name = "slope"
type = "number"
label = "slope ="
answer = 2
---
What is the slope of $y = 2x$ here?

## Hint
Look.

## Solution
It is 2.
"""
    found = plant(
        ("course.toml", 'kind = "quiz"', 'kind = "graded-quiz"'),
        ("first/practice/questions/fixed/question.md", None, fixed),
        ("first/practice/quiz.toml", '["drawn"]', '["drawn", "fixed"]'),
        ("course.toml", "questions = 1", "questions = 2"),
        seeds=10,
    )

    assert said(found) == [
        ("warning", "question.py", 1, "This graded question knows 2 misconceptions."),
        ("warning", "question.md", 1, "This graded question knows 0 misconceptions."),
        ("warning", "question.md", 1, "This question of a graded quiz is the same at every attempt."),
    ]


def test_an_answer_that_its_learner_marks_has_no_place_in_a_graded_quiz(plant: Plant) -> None:
    words = """---
title = "In words"
skills = ["slope"]
[[parts]]
name = "why"
type = "free-text"
label = "Why?"
answer = "A slope is a rise for each unit of run, so it tells how fast the height changes there."
points = ["It is a rise over a run.", "It tells how fast."]
---
Say what a slope is.

## Hint
Think of a hill.

## Solution
It is a rise over a run.
"""
    edits = (
        ("first/practice/questions/words/question.md", None, words),
        ("first/practice/quiz.toml", '["drawn"]', '["drawn", "words"]'),
        ("course.toml", "questions = 1", "questions = 2"),
    )
    ungraded = plant(*edits, seeds=2)
    graded = plant(("course.toml", 'kind = "quiz"', 'kind = "graded-quiz"'), seeds=2)

    what = "Part 'why' is marked by the learner, and this quiz is graded."
    assert [finding for finding in ungraded if finding.severity == "error"] == []
    assert ("error", "question.md", 1, what) in said(graded)


def test_a_fault_of_the_engine_costs_one_question_and_not_the_check(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: object, seed: int) -> Variant:
        raise ZeroDivisionError("no such number")

    monkeypatch.setattr("upslope.course.question_loader.Question.variant", fail)

    found = plant(("first/practice/quiz.toml", '"drawn"', '"lost"'), seeds=1)

    assert [finding.path.parent.name for finding in found] == ["practice", "drawn", "fixed", "drawn"]
    assert "Checking it fails: ZeroDivisionError: no such number (test_question_rules.py:" in found[1].what


def test_a_formula_with_other_digits_is_tried_once(
    course: Course, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[str, bool]] = []

    def ask(formulas: Sequence[tuple[str, bool]]) -> list[str]:
        asked.extend(formulas)
        return [""] * len(formulas)

    monkeypatch.setattr("upslope.course.lint.katex.complaints", ask)
    monkeypatch.setattr("upslope.course.lint.katex.missing", lambda: "")
    parts = [replace(number_part("pick", 2), label=f"${n}x^{n}$") for n in range(2, 9)]

    found = list(formulas_rule.check(subject_of(course, *parts)))

    assert found == []
    assert [latex for latex, _ in asked if latex.endswith("x^2")] == ["2x^2"]
    assert not any("3x^3" in latex for latex, _ in asked)
