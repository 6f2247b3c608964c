"""The body of the gradebook's table. Written here, not in a template: 500 learners have 42,500 cells."""

from collections.abc import Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from upslope.web.gradebook.grades import ItemGrade
from upslope.web.gradebook.learner_page import anchor_of
from upslope.web.gradebook.table import Row, Table

EMPTY = '<td class="none"></td>'


def body_of(table: Table) -> SafeString:
    """Return the rows as HTML. Names are escaped; all else in it are numbers and words of ours."""
    anchors = [anchor_of(item.full_id) for item in table.columns]
    return mark_safe("".join(_row(table, row, anchors) for row in table.rows))


def _row(table: Table, row: Row, anchors: list[str]) -> str:
    address = (
        f"learners/{row.user.pk}/"  # from the page's own address: spelt out, the page would be twice as long
    )
    audits = " <small>audits</small>" if row.is_auditing else ""
    head = f'<tr><th scope="row"><a href="{address}">{escape(row.name)}</a>{audits}</th>'
    state = "passed" if row.grade.is_passed else "below"
    total = f'<td class="total" data-state="{state}">{row.grade.percent}</td>'
    cells = zip(table.cells(row), anchors, strict=True)
    return "".join([head, total, *_cells(cells, address), "</tr>"])


def _cells(cells: "zip[tuple[ItemGrade | None, str]]", address: str) -> Iterator[str]:
    for grade, anchor in cells:
        yield EMPTY if grade is None else _cell(grade, f"{address}#{anchor}")


def _cell(grade: ItemGrade, address: str) -> str:
    if grade.counted is None:
        return '<td class="done" title="done, nothing to score">✓</td>' if grade.is_done else EMPTY
    percent = int(100 * grade.counted + 1e-6)
    marks = ""
    if grade.is_overridden:
        marks = ' class="by-hand" title="set by hand"'
    elif grade.is_late:
        marks = ' class="late" title="some of it late"'
    return f'<td{marks}><a href="{address}">{percent}</a></td>'
