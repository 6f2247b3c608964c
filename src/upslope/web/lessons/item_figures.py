"""The figures on the page of an item."""

from typing import Any

from upslope.course import Item
from upslope.web.course_access import current_lesson


def figures_on(item: Item) -> list[dict[str, Any]]:
    """Return what the author wrote of each figure; nothing for an item that is no page to read."""
    if item.path is None or not (item.path / "lesson.md").is_file():
        return []
    return [dict(source.spec) for source in current_lesson(item).figures]
