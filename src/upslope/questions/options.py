"""The options of a question that is answered by picking: words, formulas or pictures."""

import re
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase
from typing import Any

Option = dict[str, Any]
"""``id``, ``text`` (Markdown, empty where a picture says it all) and maybe ``plot``, as plain data."""

NUMBERS = [str(number) for number in range(1, 27)]
SPECIAL = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def lettered(options: Iterable[Mapping[str, Any]]) -> tuple[list[Option], dict[str, str]]:
    """Return the options with letters for ids, and the letter of each author's id.

    An author's id may say what is right ("sum-of-both"), and pages show ids to the browser; a letter says
    nothing. Raises ValueError unless there are 2 to 26 options with ids and contents that all differ.
    """
    return renamed(options, list(ascii_lowercase))


def renamed(
    options: Iterable[Mapping[str, Any]], names: Sequence[str]
) -> tuple[list[Option], dict[str, str]]:
    """Return the options with ``names`` for ids, and the name of each author's id; see ``lettered``."""
    given = [_read(option) for option in options]
    if not 2 <= len(given) <= len(names):
        raise ValueError(f"A choice needs two options or more, and this one has {len(given)}.")
    _refuse_twins("id", [option["id"] for option in given])
    _refuse_twins("text", [option_words(option) for option in given])
    new_names = {option["id"]: name for option, name in zip(given, names, strict=False)}
    return [{**option, "id": new_names[option["id"]]} for option in given], new_names


def option_words(option: Option) -> str:
    """Return what is read out of an option: its text, then what its picture shows."""
    return " ".join(filter(None, (option["text"], option.get("plot", {}).get("alt", ""))))


def _read(option: Mapping[str, Any]) -> Option:
    shown: Option = {"id": option["id"], "text": option.get("text", "").strip()}
    if "plot" in option:
        shown["plot"] = option["plot"].to_json()
    return shown


def _refuse_twins(name: str, values: Sequence[str]) -> None:
    twice = next((value for value in values if values.count(value) > 1), None)
    if twice is not None:
        raise ValueError(f"Two options have the same {name}, {twice!r}. Draw so that they differ.")
    if not all(values):
        raise ValueError(f"An option has no {name}.")


def letter_of(option_id: str, letters: Mapping[str, str], role: str) -> str:
    """Return the letter of an author's id.

    Raises ValueError when no option has it; ``role`` says what it should be.
    """
    if option_id not in letters:
        raise ValueError(
            f"{role} is {option_id!r}, and no option has this id. There are: {', '.join(letters)}."
        )
    return letters[option_id]


def option_reading(option: Option) -> str:
    """Return an option as LaTeX: its text, or the letter of its picture."""
    return option_latex(option["text"]) or rf"\text{{picture {option['id'].upper()}}}"


def option_latex(text: str) -> str:
    """Return an option's Markdown as LaTeX: words in ``\\text``, maths between dollars as it is."""
    pieces = re.split(r"(?<!\\)\$([^$]*)\$", text)
    return "".join(piece if place % 2 else _words(piece) for place, piece in enumerate(pieces))


def _words(text: str) -> str:
    if not text:
        return ""
    plain = re.sub(r"[*`]|\\(?=\$)", "", text)
    return (
        r"\text{"
        + re.sub(r"[\\^~%#&_{}$]", lambda found: SPECIAL.get(found[0], "\\" + found[0]), plain)
        + "}"
    )
