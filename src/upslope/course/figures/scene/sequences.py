"""Reading ``[[sequence]]``: numbers that are made by doing the same thing again and again."""

from collections.abc import Mapping

from upslope.course.figures.scene.names import ROW_NUMBER, check_name
from upslope.course.figures.scene.rows import LONGEST, NEXT, USUAL_MOST, Sequence
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table
from upslope.maths import Expression, number


def read_heads(table: Table, taken: tuple[str, ...]) -> tuple[Sequence, ...]:
    """Return the sequences with their names and columns, still without formulas. Raises ContentError."""
    heads: list[Sequence] = []
    for place, entry in enumerate(table.tables("sequence"), 1):
        inner = Table(entry, table.path, table.line, f"sequence {place}")
        name, columns = inner.text("name"), tuple(_texts(inner, "start"))
        check_name(name, (*taken, *(head.name for head in heads)), inner)
        for column in columns:
            check_name(column, taken, inner)
            if column.endswith(NEXT):
                raise inner.complain(
                    f"In {inner.what}, {column!r} is what the row after would be called.",
                    f"Choose a name without {NEXT}.",
                )
        heads.append(Sequence(name, columns, (), (), number(0), USUAL_MOST))
    return tuple(heads)


def read_sequences(table: Table, vocabulary: Vocabulary) -> tuple[Sequence, ...]:
    """Return the sequences with their formulas. Raises ContentError."""
    return tuple(
        _read(Table(entry, table.path, table.line, f"the sequence {entry['name']!r}"), vocabulary)
        for entry in table.tables("sequence")
    )


def _read(table: Table, vocabulary: Vocabulary) -> Sequence:
    name, starts, rules = table.text("name"), _texts(table, "start"), _texts(table, "next")
    if starts.keys() != rules.keys():
        raise table.complain(
            f"In {table.what}, start names {', '.join(starts)} and next names {', '.join(rules)}.",
            "Both name the same columns.",
        )
    inside = vocabulary.knowing((*starts, ROW_NUMBER))
    start = [vocabulary.formula(value, table, f"start of {column}") for column, value in starts.items()]
    rule = [inside.formula(rules[column], table, f"next of {column}") for column in starts]
    count = vocabulary.formula(table.data["count"] if table.has("count") else None, table, "count")
    return Sequence(name, tuple(starts), tuple(start), tuple(rule), count, _most(table))


def _most(table: Table) -> int:
    most = table.whole("most", USUAL_MOST)
    table.finish()
    if not 1 <= most <= LONGEST:
        raise table.complain(f"In {table.what}, most is {most}.", f"It goes from 1 to {LONGEST}.")
    return most


def _texts(table: Table, key: str) -> Mapping[str, Expression]:
    texts = table.data[key] if table.has(key) else None
    if not isinstance(texts, Mapping) or not texts:
        raise table.complain(f"In {table.what}, {key} is {texts!r}.", f'Write {key} = {{ a = "…" }}.')
    return texts
