"""What a learner who knows the answers would type, read from the variants in their data folder."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Locator, Page

from upslope.questions.registry import answer_type
from upslope.questions.variant import Part, Variant

QUIZ = "what-is-calculus/practising-the-product-rule"
OPEN_VARIANTS = """
    SELECT stored.data FROM practice_sitting AS sitting
    JOIN practice_storedvariant AS stored ON stored.id = sitting.stored_id
    WHERE sitting.is_open AND sitting.question_id = ?
"""


def query(data: Path, sql: str, *values: object) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(f"file:{data / 'upslope.sqlite3'}?mode=ro", uri=True)) as database:
        return database.execute(sql, values).fetchall()


def open_variant(data: Path, question_id: str) -> Variant:
    ((stored,),) = query(data, OPEN_VARIANTS, question_id)
    return Variant.from_json(json.loads(stored))


def model_answer(part: Part) -> str:
    return answer_type(part.type).model_answer(part.key)


def card_of(page: Page, question: str) -> Locator:
    """Return the card of a question by the last piece of its id."""
    return page.locator(f"question-card[id$='{question}']")


def give(card: Locator, part: Part, answer: str) -> None:
    """Put an answer into the field of a part, as its kind is answered."""
    if part.type in ("choice", "choices"):
        chosen = answer.split(",")
        for value in chosen:
            card.locator(f"input[value='{value}'][name$='{part.name}']").check()
    else:
        card.locator(f"math-field[part='{part.name}'] input").fill(answer)


def answer_right(page: Page, data: Path, question_id: str) -> Locator:
    """Answer a question with its model answers, check, and return its card."""
    card = card_of(page, question_id.rsplit("/", 1)[1])
    for part in open_variant(data, question_id).parts:
        give(card, part, model_answer(part))
    card.get_by_role("button", name="Check").click()
    return card
