"""Reads course.toml and skills.toml, and finds the course that came with the package."""

from pathlib import Path
from typing import Any

from upslope.course.errors import ContentError
from upslope.course.schema import KINDS, READY_FILES, Course, Item, Module, Skill
from upslope.course.source import line_of, parse_toml, read_text
from upslope.course.table import Table

COURSE_ID = "multivariate-calculus"


def default_course_path() -> Path:
    """Return the folder of the course that comes with Upslope: the installed one, or the repository's."""
    return shipped_folder(f"courses/{COURSE_ID}", f"courses/{COURSE_ID}")


def shipped_folder(installed: str, in_repository: str) -> Path:
    """Return a folder that comes with Upslope: in the installed package, or where the repository has it."""
    package = Path(__file__).resolve().parents[1]
    packed = package / installed
    return packed if packed.is_dir() else package.parents[1] / in_repository


def load_course(path: Path) -> Course:
    """Return the table of contents of the course in folder ``path``; lessons are read later, one by one.

    Raises ContentError, naming file and line, when course.toml cannot be right.
    """
    file = path / "course.toml"
    text = read_text(file)
    table = Table(parse_toml(text, file), file, 1, "the course")
    modules: list[Module] = []
    line = 1
    for entry in table.tables("modules"):
        line = line_of(text, r"^\s*\[\[modules\]\]", line)
        modules.append(_module(Table(entry, file, line, "a module"), text, path))
        line += 1
    course = Course(table.text("id"), table.text("title"), path, tuple(modules), table.flag("gallery"))
    table.finish()
    _refuse_repeats(course, file, text)
    return course


def load_skills(course: Course) -> tuple[Skill, ...]:
    """Return the skills of the course in the order of skills.toml. Raises ContentError."""
    file = course.path / "skills.toml"
    text = read_text(file)
    table = Table(parse_toml(text, file), file, 1, "the list of skills")
    skills = [_skill(entry, file, text) for entry in table.tables("skills")]
    table.finish()
    known: set[str] = set()
    items = {item.full_id for item in course.items}
    for skill in skills:
        line = _id_line(text, skill.id)
        if skill.lesson and skill.lesson not in items:
            what = f"Skill {skill.id!r} is taught by {skill.lesson!r}, which is no item of the course."
            raise ContentError(file, line, what, 'Name it as module/item, for example "first/slopes".')
        for need in skill.needs:
            if need not in known:
                raise ContentError(
                    file, line, f"Skill {skill.id!r} needs {need!r}, which is not above it.", "Put it first."
                )
        if skill.id in known:
            raise ContentError(file, line, f"Two skills are called {skill.id!r}.", "Keep one of them.")
        known.add(skill.id)
    return tuple(skills)


def _module(table: Table, text: str, folder: Path) -> Module:
    module_id = table.text("id")
    items: list[Item] = []
    for entry in table.tables("items"):
        line = _id_line(text, str(entry.get("id", "")), table.line)
        items.append(_item(Table(entry, table.path, line, f"an item of {module_id!r}"), module_id, folder))
    module = Module(module_id, table.text("title"), table.text("summary"), tuple(items))
    table.finish()
    return module


def _item(table: Table, module_id: str, course_folder: Path) -> Item:
    item_id, kind = table.text("id"), table.text("kind")
    if kind not in KINDS:
        raise table.complain(f"Item {item_id!r} is of kind {kind!r}.", f"The kinds are {', '.join(KINDS)}.")
    folder = course_folder / module_id / item_id
    is_ready = any((folder / name).is_file() for name in READY_FILES)
    item = Item(
        module=module_id,
        id=item_id,
        kind=kind,
        title=table.text("title"),
        questions=table.whole("questions", 0),
        minutes=table.whole("minutes"),
        path=folder if is_ready else None,
    )
    table.finish()
    return item


def _skill(entry: dict[str, Any], file: Path, text: str) -> Skill:
    table = Table(entry, file, _id_line(text, str(entry.get("id", ""))), "a skill")
    skill = Skill(table.text("id"), table.text("title"), table.texts("needs", ()), table.text("lesson", ""))
    table.finish()
    return skill


def _refuse_repeats(course: Course, file: Path, text: str) -> None:
    seen: set[str] = set()
    for name in (*(module.id for module in course.modules), *(item.full_id for item in course.items)):
        if name in seen:
            line = _id_line(text, name.rpartition("/")[2])
            raise ContentError(
                file, line, f"Two things are called {name!r}.", "Ids are for ever: rename the newer one."
            )
        seen.add(name)


def _id_line(text: str, name: str, start: int = 1) -> int:
    return line_of(text, rf'\bid\s*=\s*"{name}"', start)
