"""Adding to course.toml and quiz.toml, leaving every other character of the author as it is."""

import json
import re

MODULE = re.compile(r"^\s*\[\[modules\]\]", re.MULTILINE)


def with_item(text: str, module: str, entry: str) -> str:
    """Return course.toml with one more line ``entry`` in the items of ``module``, made if it is new.

    Raises ValueError when the module's list of items is not written as ``items = [ … ]``.
    """
    blocks = [found.start() for found in MODULE.finditer(text)]
    for start, end in zip(blocks, [*blocks[1:], len(text)], strict=True):
        if re.search(rf'^\s*id\s*=\s*"{re.escape(module)}"', text[start:end], re.MULTILINE):
            return text[:start] + _with_line(text[start:end], "items", entry) + text[end:]
    title = json.dumps(module.replace("-", " ").capitalize(), ensure_ascii=False)
    summary = "One sentence on what a learner can do after it."
    head = f'\n[[modules]]\nid = "{module}"\ntitle = {title}\nsummary = "{summary}"\n'
    return f"{text.rstrip()}\n{head}items = [\n  {entry},\n]\n"


def with_question(quiz: str, name: str) -> str:
    """Return quiz.toml with one more question. Raises ValueError as ``with_item`` does."""
    return _with_line(quiz, "questions", f'"{name}"')


def with_count(text: str, item: str, count: int) -> str:
    """Return course.toml with the number of questions of ``item`` mended."""
    line = re.compile(rf'^(.*\bid\s*=\s*"{re.escape(item)}".*\bquestions\s*=\s*)\d+', re.MULTILINE)
    return line.sub(rf"\g<1>{count}", text, count=1)


def _with_line(text: str, name: str, entry: str) -> str:
    opening = re.search(rf"^\s*{name}\s*=\s*\[", text, re.MULTILINE)
    if opening is None:
        raise ValueError(f"There is no list {name} = [ … ] to add to.")
    closing = _end_of_list(text, opening.end())
    before = text[:closing].rstrip()
    comma = "" if before.endswith(("[", ",")) else ","
    return f"{before}{comma}\n  {entry},\n{text[closing:]}"


def _end_of_list(text: str, start: int) -> int:
    """Return where the list that opened before ``start`` closes; brackets in texts and comments are text."""
    depth = 1
    for token in re.finditer(r'"(?:\\.|[^"\\\n])*"|#[^\n]*|[\[\]]', text[start:]):
        depth += {"[": 1, "]": -1}.get(token.group(), 0)
        if depth == 0:
            return start + token.start()
    raise ValueError("The list is never closed.")
