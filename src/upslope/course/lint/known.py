"""The ids that a course defines, for rules that ask again and again."""

from upslope.course.schema import Course
from upslope.course.source import parse_toml, read_text


def skill_ids(course: Course) -> frozenset[str]:
    """Return the ids of skills.toml, which is checked elsewhere, once. Raises ContentError."""
    file = course.path / "skills.toml"
    return frozenset(str(entry.get("id")) for entry in parse_toml(read_text(file), file).get("skills", ()))
