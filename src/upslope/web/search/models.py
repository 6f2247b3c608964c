"""What can be found. Filled from the course, and filled again when the course changes."""

from typing import ClassVar

from django.db import models


class SearchEntry(models.Model):
    """A section, a word or a question's title, with the address it is at.

    ``boost`` multiplies its rank: what explains a word goes before what asks about it.

    The database's own full-text index stands beside it: a virtual table of SQLite or an index of PostgreSQL.
    """

    class Kind(models.TextChoices):
        LESSON = "lesson", "Lesson"
        WORD = "word", "Glossary"
        QUESTION = "question", "Question"
        PAGE = "page", "Page"

    kind = models.CharField(max_length=10, choices=Kind)
    place = models.CharField(max_length=300)
    title = models.CharField(max_length=300)
    text = models.TextField()
    address = models.CharField(max_length=300)
    boost = models.FloatField(default=1)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"


class SearchIndex(models.Model):
    """Which state of which course the entries are of. There is one row; who fills the index locks it."""

    mark = models.CharField(max_length=64, blank=True)
    made = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"index of {self.mark}"
