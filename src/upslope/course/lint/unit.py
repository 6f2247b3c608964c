"""Checks one thing of a course: the course's own files, an item or a question."""

import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from upslope.course.course_page import load_course_page
from upslope.course.errors import ContentError
from upslope.course.glossary import load_glossary
from upslope.course.lesson_loader import lesson_file, load_lesson
from upslope.course.lint.asked import asked
from upslope.course.lint.rule import (
    Facts,
    Finding,
    LessonSubject,
    QuestionSubject,
    QuizSubject,
    Text,
    not_readable,
)
from upslope.course.lint.rulebook import Subject, check_subject
from upslope.course.lint.texts import figure_texts, filled_text, make_text
from upslope.course.loader import load_skills
from upslope.course.question_loader import load_question
from upslope.course.quiz_loader import load_quiz
from upslope.course.reference_pages import load_reference_page, reference_pages
from upslope.course.schema import Course, Item
from upslope.course.source import line_of, parse_toml, read_page, read_text
from upslope.questions.variant import Variant


@dataclass(frozen=True)
class Outcome:
    """What was found. ``facts`` is None where the files could not be read to their end."""

    findings: tuple[Finding, ...]
    facts: Facts | None


def check_unit(course: Course, name: str, seeds: int) -> Outcome:
    """Check the course's own files (``name`` is empty), an item (``module/item``) or a question."""
    findings: list[Finding] = []
    facts = Facts()
    is_whole = False
    try:
        for subject in _subjects(course, name, seeds):
            findings.extend(check_subject(subject))
            facts = _with(facts, subject)
        is_whole = True
    except ContentError as problem:
        findings.append(not_readable(problem, "format"))
    except Exception as problem:  # an answer type may fail in its own way on what an author gave it
        findings.append(_failure(course, name, problem))
    in_order = sorted(findings, key=lambda finding: (str(finding.path), finding.line))
    return Outcome(tuple(dict.fromkeys(in_order)), facts if is_whole else None)


def _failure(course: Course, name: str, problem: Exception) -> Finding:
    """Return the finding for an exception that nobody foresaw; the other items and questions go on."""
    item, _, question = name.rpartition("/") if name.count("/") == 2 else (name, "", "")
    place = f"{item}/questions/{question}/question.md" if question else item or "course.toml"
    last = traceback.extract_tb(problem.__traceback__)[-1]
    what = (
        f"Checking it fails: {type(problem).__name__}: {problem} ({Path(last.filename).name}:{last.lineno})."
    )
    remedy = "Mend what is unusual here; if nothing is, tell the makers of Upslope."
    return Finding("error", course.path / place, 1, what, remedy, "format")


def _subjects(course: Course, name: str, seeds: int) -> Iterator[Subject]:
    if not name:
        yield from _course_subjects(course)
    elif name.count("/") == 1:
        yield from _item_subjects(course, course.item(name))
    else:
        yield from _question_subjects(course, name, seeds)


def _course_subjects(course: Course) -> Iterator[Subject]:
    load_skills(course)
    load_glossary(course)
    load_course_page(course)
    yield course
    glossary = course.path / "glossary.md"
    yield make_text(course, read_text(glossary), glossary, 1)
    for name in reference_pages(course):
        load_reference_page(course, name)
        path = course.path / f"{name}.md"
        page = read_page(path)
        yield make_text(course, page.body, path, page.body_line)


def _item_subjects(course: Course, item: Item) -> Iterator[Subject]:
    if item.path is None:
        return
    if (item.path / "lesson.md").is_file():
        yield from _lesson_subjects(course, item)
    if (item.path / "quiz.toml").is_file():
        path = item.path / "quiz.toml"
        yield _text_in_toml(course, path, "intro")
        yield QuizSubject(course, item, load_quiz(course, item), path)


def _lesson_subjects(course: Course, item: Item) -> Iterator[Subject]:
    path = lesson_file(item)
    page = read_page(path)
    text = make_text(course, page.body, path, page.body_line)
    yield text
    yield from figure_texts(text)
    lede_line = line_of(read_text(path), r"^\s*lede\b")
    yield make_text(course, str(page.front.get("lede", "")), path, lede_line)
    yield LessonSubject(course, item, load_lesson(course, item), text)


def _text_in_toml(course: Course, path: Path, key: str) -> Text:
    source = read_text(path)
    line = line_of(source, rf"^\s*{key}\b")
    opens_below = source.split("\n")[line - 1].rstrip().endswith(('"""', "'''"))
    return make_text(course, str(parse_toml(source, path).get(key, "")), path, line + opens_below)


def _question_subjects(course: Course, name: str, seeds: int) -> Iterator[Subject]:
    question = load_question(course, name)
    variants: list[Variant] = []
    seconds: list[float] = []
    for seed in range(seeds if question.generate else 1):
        began = time.process_time()
        variants.append(question.variant(seed))
        seconds.append(time.process_time() - began)
    subject = QuestionSubject(course, question, tuple(variants), tuple(seconds))
    yield subject
    first = variants[0]
    yield filled_text(course, question.prompt, first.prompt, subject.page)
    for passage, filled in zip(question.hints, first.hints, strict=True):
        yield filled_text(course, passage, filled, subject.page)
    yield filled_text(course, question.solution, first.solution, subject.page)


def _with(facts: Facts, subject: Subject) -> Facts:
    """Return the facts with those of one more subject."""
    match subject:
        case LessonSubject():
            new = Facts(words=subject.lesson.words, asks=subject.lesson.checkpoints + subject.lesson.flash)
        case QuizSubject():
            new = Facts(asks=subject.quiz.question_ids)
        case QuestionSubject():
            prompts = tuple(map(asked, subject.different()))
            new = Facts(skills=subject.question.skills, prompts=prompts)
        case Text():
            new = Facts(words=tuple(_linked_words(subject)))
        case _:
            new = Facts()
    return Facts(
        facts.words + new.words,
        facts.skills + new.skills,
        facts.asks + new.asks,
        facts.prompts + new.prompts,
    )


def _linked_words(text: Text) -> Iterator[str]:
    for block in text.tokens:
        for token in block.children or ():
            if token.type == "link_open" and str(token.attrs["href"]).startswith("word:"):
                yield str(token.attrs["href"]).removeprefix("word:")
