"""Reads a course folder into objects, and lints it."""

from upslope.course.errors import ContentError, NoSuchItem
from upslope.course.glossary import load_glossary
from upslope.course.lesson_loader import load_lesson
from upslope.course.loader import default_course_path, load_course, load_skills
from upslope.course.question_loader import Question, load_question
from upslope.course.question_tags import QuestionTags, load_question_tags
from upslope.course.quiz_loader import load_quiz
from upslope.course.schema import (
    CheckpointChunk,
    Chunk,
    Course,
    HtmlChunk,
    Item,
    Lesson,
    Module,
    OwnProblemChunk,
    Quiz,
    Skill,
    Word,
)

__all__ = [
    "CheckpointChunk",
    "Chunk",
    "ContentError",
    "Course",
    "HtmlChunk",
    "Item",
    "Lesson",
    "Module",
    "NoSuchItem",
    "OwnProblemChunk",
    "Question",
    "QuestionTags",
    "Quiz",
    "Skill",
    "Word",
    "default_course_path",
    "load_course",
    "load_glossary",
    "load_lesson",
    "load_question",
    "load_question_tags",
    "load_quiz",
    "load_skills",
]
