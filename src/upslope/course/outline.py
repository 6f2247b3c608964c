"""The course as a list, for ``upslope outline``."""

from typing import Any

from upslope.course.schema import Course


def outline(course: Course) -> list[dict[str, Any]]:
    """Return one plain table an item, in the course's order."""
    return [
        {
            "module": item.module,
            "id": item.id,
            "kind": item.kind,
            "title": item.title,
            "questions": item.questions,
            "status": item.status,
        }
        for item in course.items
    ]
