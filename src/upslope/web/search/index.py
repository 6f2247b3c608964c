"""Finding words in the entries, by the database's own full-text search."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from upslope.course import Course
from upslope.web.search.entries import entries_of, mark_of
from upslope.web.search.models import SearchEntry, SearchIndex

BEGIN, END = "\x02", "\x03"  # around what was found; no text of the course holds them
THE_ONE = 1  # the index's row
MOST_WORDS = 8
MOST_FOUND = 30
WORD = re.compile(r"\w+")

# bm25: a hit in the title is worth ten in the text. The sign is SQLite's: the best is the least.
_SQLITE = f"""
SELECT entry.id, snippet(search_text, 1, '{BEGIN}', '{END}', ' … ', 24)
FROM search_text JOIN search_searchentry AS entry ON entry.id = search_text.rowid
WHERE search_text MATCH %s
ORDER BY bm25(search_text, 10.0, 1.0) * entry.boost, entry.id LIMIT {MOST_FOUND}
"""
_POSTGRES = f"""
SELECT id, ts_headline('english', text, q, 'StartSel={BEGIN}, StopSel={END}, MaxWords=24, MinWords=12')
FROM search_searchentry, to_tsquery('english', %s) AS q
WHERE {{document}} @@ q
ORDER BY ts_rank({{document}}, q) * boost DESC, id LIMIT {MOST_FOUND}
"""
DOCUMENT = "(setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', text), 'D'))"


@dataclass(frozen=True)
class Found:
    """An entry, and the stretch of its text that holds the words, between BEGIN and END."""

    entry: SearchEntry
    snippet: str


def words_of(query: str) -> list[str]:
    """Return the words of what somebody typed: letters and digits, no signs that a database would act on."""
    return WORD.findall(query)[:MOST_WORDS]


def search(course: Course, query: str) -> list[Found]:
    """Return what holds every word (the last may be begun only), the best first."""
    words = words_of(query)
    if not words:
        return []
    keep_up(course)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES.format(document=DOCUMENT), [" & ".join(words) + ":*"])
        else:
            cursor.execute(_SQLITE, [" ".join(f'"{word}"' for word in words) + "*"])
        rows: Sequence[tuple[int, str]] = cursor.fetchall()
    entries = SearchEntry.objects.in_bulk([key for key, _ in rows])
    return [Found(entries[key], snippet) for key, snippet in rows if key in entries]


def keep_up(course: Course) -> None:
    """Fill the index anew if the course has changed since."""
    mark = mark_of(course)
    if SearchIndex.objects.filter(mark=mark).exists():
        return
    entries = list(entries_of(course))
    SearchIndex.objects.get_or_create(pk=THE_ONE)
    with transaction.atomic():
        index = SearchIndex.objects.select_for_update().get(pk=THE_ONE)
        if index.mark == mark:  # somebody else was a moment faster
            return
        SearchEntry.objects.all().delete()
        SearchEntry.objects.bulk_create(entries, batch_size=500)
        if connection.vendor == "sqlite":
            _fill_sqlite()
        index.mark = mark
        index.save()


def _fill_sqlite() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_text")
        cursor.execute(
            "INSERT INTO search_text (rowid, title, text) SELECT id, title, text FROM search_searchentry"
        )
