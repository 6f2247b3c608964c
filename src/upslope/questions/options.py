"""The options of a question that is answered by choosing."""

import re
from collections.abc import Iterable, Mapping
from string import ascii_lowercase

Option = dict[str, str]

SPECIAL = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def lettered(options: Iterable[Mapping[str, str]]) -> tuple[list[Option], dict[str, str]]:
    """Return the options with letters for ids, and the letter of each author's id.

    An author's id may say what is right ("sum-of-both"), and pages show ids to the browser; a letter says
    nothing. Raises ValueError unless there are 2 to 26 options with ids and texts that all differ.
    """
    given = [{"id": option["id"], "text": option["text"].strip()} for option in options]
    if not 2 <= len(given) <= len(ascii_lowercase):
        raise ValueError(f"A choice needs two options or more, and this one has {len(given)}.")
    for name in ("id", "text"):
        values = [option[name] for option in given]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise ValueError(f"Two options have the same {name}, {twice!r}. Draw so that they differ.")
        if not all(values):
            raise ValueError(f"An option has no {name}.")
    letters = {option["id"]: letter for option, letter in zip(given, ascii_lowercase, strict=False)}
    return [{"id": letters[option["id"]], "text": option["text"]} for option in given], letters


def letter_of(option_id: str, letters: Mapping[str, str], role: str) -> str:
    """Return the letter of an author's id.

    Raises ValueError when no option has it; ``role`` says what it should be.
    """
    if option_id not in letters:
        raise ValueError(
            f"{role} is {option_id!r}, and no option has this id. There are: {', '.join(letters)}."
        )
    return letters[option_id]


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
