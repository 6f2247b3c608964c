"""The lessons and questions of the third module, for its tests."""

from collections.abc import Iterator
from functools import cache

from tests.content.module_reader import ModuleReader
from upslope.course import default_course_path, load_course, load_question
from upslope.course.schema import Course
from upslope.questions import Variant

MODULE = ModuleReader("multivariate-chain-rule")
lesson_text, figure, draw = MODULE.text, MODULE.figure, MODULE.draw
numbers, told, is_done = MODULE.numbers, MODULE.told, MODULE.is_done


@cache
def course() -> Course:
    """Return the course, read once."""
    return load_course(default_course_path())


def variants(item: str, question: str, seeds: int = 8) -> Iterator[Variant]:
    """Return a question of this module with so many seeds."""
    loaded = load_question(course(), f"{MODULE.module}/{item}/{question}")
    return (loaded.variant(seed) for seed in range(seeds))
