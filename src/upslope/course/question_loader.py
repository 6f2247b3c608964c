"""Reads a question folder, and makes seeded variants of the question."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from upslope.course.errors import ContentError, NoSuchItem
from upslope.course.placeholders import fill
from upslope.course.question_script import Generate, load_generate, run_generate
from upslope.course.schema import QUESTION_NAME, Course
from upslope.course.source import Page, line_of, read_page, read_text
from upslope.course.table import Table
from upslope.maths import MathsError
from upslope.questions.registry import UnknownAnswerType, build_part
from upslope.questions.variant import Draw, Part, Variant

SECTION = re.compile(r"##\s+(Hint|Solution)\s*")


@dataclass(frozen=True)
class Passage:
    """A stretch of question.md and the line where it begins."""

    text: str
    line: int


@dataclass(frozen=True)
class Question:
    """What an author wrote. ``version`` changes whenever one of its files does."""

    id: str
    path: Path
    version: str
    title: str
    skills: tuple[str, ...]
    prompt: Passage
    hints: tuple[Passage, ...]
    solution: Passage
    fixed_parts: tuple[Part, ...]
    generate: Generate | None

    def variant(self, seed: int) -> Variant:
        """Return the instance drawn with ``seed`` (0 or more): the same seed, the same variant.

        Raises ContentError when the author's code fails or leaves a place unfilled.
        """
        draw = Draw({}, self.fixed_parts)
        if self.generate is not None:
            draw = run_generate(self.generate, seed, self.path / "question.py")
        return Variant(
            question_id=self.id,
            version=self.version,
            seed=seed,
            title=self.title,
            prompt=self._fill(self.prompt, draw.values),
            hints=tuple(self._fill(hint, draw.values) for hint in self.hints),
            solution=self._fill(self.solution, draw.values),
            parts=draw.parts,
        )

    def _fill(self, passage: Passage, values: Mapping[str, Any]) -> str:
        return fill(passage.text, values, self.path / "question.md", passage.line).strip()


def load_question(course: Course, question_id: str) -> Question:
    """Return the question called ``module/item/question``.

    Raises NoSuchItem when there is no such folder, and ContentError when its files cannot be right.
    """
    folder = _folder(course, question_id)
    file, script = folder / "question.md", folder / "question.py"
    page = read_page(file)
    front = Table(page.front, file, 1, "the front matter")
    title, skills = front.text("title"), front.texts("skills")
    fixed_parts = tuple(_fixed_part(entry, page) for entry in front.tables("parts"))
    front.finish()
    if bool(fixed_parts) == script.is_file():
        raise ContentError(
            file, 1, "A question needs either question.py or [[parts]].", "Write one of them, and not both."
        )
    prompt, hints, solution = _passages(page)
    return Question(
        id=question_id,
        path=folder,
        version=_version(file, script),
        title=title,
        skills=skills,
        prompt=prompt,
        hints=hints,
        solution=solution,
        fixed_parts=fixed_parts,
        generate=None if fixed_parts else load_generate(script),
    )


def _folder(course: Course, question_id: str) -> Path:
    words = question_id.split("/")
    is_name = len(words) == 3 and all(QUESTION_NAME.fullmatch(word) for word in words)
    if is_name:
        module, item, name = words
        folder = course.path / module / item / "questions" / name
        if (folder / "question.md").is_file():
            return folder
    raise NoSuchItem(f"There is no question {question_id!r} in the course {course.id!r}.")


def _version(*files: Path) -> str:
    digest = hashlib.sha256()
    for file in files:
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _fixed_part(entry: Mapping[str, Any], page: Page) -> Part:
    table = Table(entry, page.path, line_of(read_text(page.path), r"^\s*\[\[parts\]\]"), "a part")
    settings = dict(entry)
    type_name = settings.pop("type", None)
    try:
        return build_part(table.text("type"), table.text("name"), settings)
    except (UnknownAnswerType, MathsError, ValueError, TypeError, KeyError) as error:
        raise table.complain(
            f"This part cannot be of type {type_name!r}: {error}", "See the table of answer types."
        ) from error


def _passages(page: Page) -> tuple[Passage, tuple[Passage, ...], Passage]:
    """Return prompt, hints and solution. Raises ContentError when one is missing, empty or out of order."""
    lines = page.body.split("\n")
    found = [(0, "Prompt")]
    is_fenced = False
    for number, text in enumerate(lines):
        is_fenced ^= text.startswith("```")
        heading = SECTION.fullmatch(text)
        if heading and not is_fenced:
            found.append((number, heading.group(1)))
    passages: list[Passage] = []
    ends = [*(number for number, _ in found[1:]), len(lines)]
    for (start, name), end in zip(found, ends, strict=True):
        first = start if name == "Prompt" else start + 1
        passage = Passage("\n".join(lines[first:end]), page.body_line + first)
        if not passage.text.strip():
            raise ContentError(
                page.path, page.body_line + start, f"The {name.lower()} is empty.", "Write it."
            )
        passages.append(passage)
    names = [name for _, name in found[1:]]
    if not names or names[-1] != "Solution" or "Solution" in names[:-1] or not 1 <= len(names) - 1 <= 3:
        raise ContentError(
            page.path,
            page.body_line,
            f"After the prompt come: {', '.join(names) or 'no sections'}.",
            "Write one to three sections ## Hint, then one section ## Solution.",
        )
    return passages[0], tuple(passages[1:-1]), passages[-1]
