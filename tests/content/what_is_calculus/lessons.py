"""The lessons and questions of the first module, for its tests."""

from tests.content.module_reader import ModuleReader

MODULE = ModuleReader("what-is-calculus")
lesson_text, figure, draw = MODULE.text, MODULE.figure, MODULE.draw
numbers, told, is_done = MODULE.numbers, MODULE.told, MODULE.is_done
