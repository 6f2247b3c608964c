import json

import pytest

from upslope.cli import main
from upslope.course import default_course_path, load_course, load_question
from upslope.questions import Variant

QUESTION = "what-is-calculus/practising-the-product-rule/two-linear-factors"


def test_json_is_the_variant_as_it_is_stored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["variant", QUESTION, "--seed", "7", "--json"]) == 0

    told = Variant.from_json(json.loads(capsys.readouterr().out))
    assert told == load_question(load_course(default_course_path()), QUESTION).variant(7)


def test_for_people_it_shows_text_answer_and_every_known_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    main(["variant", QUESTION, "--seed", "7"])

    said = capsys.readouterr().out
    (part,) = load_question(load_course(default_course_path()), QUESTION).variant(7).parts
    assert f"answer    {part.key['answer']}" in said
    assert all(mistake.wrong in said and mistake.code in said for mistake in part.misconceptions)
    assert "$" not in said
    assert "```" not in said


def test_a_question_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["variant", "what-is-calculus/nowhere/q"]) == 1

    assert "There is no question 'what-is-calculus/nowhere/q'" in capsys.readouterr().err
