"""Damaged code: in a cell without marks it costs nothing, in a graded one it is named with its line."""

import random
import re

from tests.grading.notebooks.mutations.kinds import (
    Mutant,
    Notebook,
    body_lines,
    cell_of,
    code_cells,
    functions,
    is_graded,
    kind,
    losing,
    saved,
    some,
    unchanged,
)

SYNTAX = (
    "print('oops'",
    "for x in",
    "def (:",
    "a = = 3",
    "x = 'abc",
    "retrun 3",
    "if x\n    pass",
    "2x = 3",
    "}",
)
INVISIBLE = {
    "\u00a0": "not an ordinary one",
    "\u202f": "not an ordinary one",
    "\u200b": "invisible character",
}


def _where(number: int, line: int) -> str:
    return rf"Code cell {number}, line {line}\b"


@kind
def a_syntax_error_beside(rng: random.Random, notebook: Notebook) -> Mutant:
    cells = code_cells(notebook)
    number = rng.choice([n for n, cell in enumerate(cells, start=1) if not is_graded(cell)])
    damaged = cells[number - 1]
    damaged["source"] = rng.choice(SYNTAX) + "\n" + damaged["source"]
    return unchanged(notebook, says=rf"By the way: Code cell {number}, line \d+ ")


@kind
def a_syntax_error_in_a_graded_cell(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    cell["source"] += "\n" + rng.choice(SYNTAX)
    return losing(notebook, name, rf"after running your notebook. Code cell {number}, line \d+ \(“")


@kind
def a_colon_or_bracket_lost(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    lost = rng.choice(["):", ":", "("])
    cell["source"] = cell["source"].replace(lost, "", 1)
    return losing(notebook, name, f"{_where(number, 1)}.*cannot be read as Python")


@kind
def a_line_indented_too_far(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    lines = cell["source"].split("\n")
    damaged = rng.choice(body_lines(cell["source"]))
    lines[damaged] = " " * rng.choice([1, 2, 4]) + lines[damaged]
    cell["source"] = "\n".join(lines)
    return losing(notebook, name, f"{_where(number, damaged + 1)}.*unexpected indent.*indented too far")


@kind
def a_line_at_the_left_margin(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    lines = cell["source"].rstrip("\n").split("\n")
    lines[-1] = lines[-1].lstrip()
    cell["source"] = "\n".join(lines)
    return losing(notebook, name, f"{_where(number, len(lines))}.*return.*Indent it")


@kind
def all_indentation_lost(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    cell["source"] = "\n".join(line.lstrip() for line in cell["source"].split("\n"))
    return losing(notebook, name, f"{_where(number, 2)}.*expected an indented block.*four blanks")


@kind
def tabs_and_blanks_mixed(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    lines = cell["source"].split("\n")
    damaged = rng.choice(body_lines(cell["source"]))
    lines[damaged] = "\t" + lines[damaged].lstrip()
    cell["source"] = "\n".join(lines)
    return losing(notebook, name, f"{_where(number, damaged + 1)}.*tabs and spaces.*four blanks")


@kind
def blanks_from_a_word_processor(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    lines = cell["source"].split("\n")
    damaged, blank = rng.choice(body_lines(cell["source"])), rng.choice(list(INVISIBLE))
    lines[damaged] = lines[damaged].replace(" ", blank, rng.randrange(1, 6))
    cell["source"] = "\n".join(lines)
    return losing(notebook, name, f"{_where(number, damaged + 1)}.*{INVISIBLE[blank]}")


@kind
def quotes_from_a_word_processor(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    left, right = rng.choice([("“", "”"), ("„", "“"), ("‘", "’"), ("«", "»")])
    cell["source"] = re.sub(r'"""(.*)"""', rf"{left}\1{right}", cell["source"])
    return losing(notebook, name, f"{_where(number, 2)}.*quotation marks.*word processor")


@kind
def characters_from_elsewhere(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    plain, odd = rng.choice(
        [("(", "（"), ("(", "⟨"), (" - ", " − "), (" - ", " – "), (" * ", " × "), (",", "，")]
    )
    lines = cell["source"].split("\n")
    line = next((n for n in range(2, len(lines)) if plain in lines[n]), 0)
    lines[line] = lines[line].replace(plain, odd, 1)
    cell["source"] = "\n".join(lines)
    return losing(notebook, name, f"{_where(number, line + 1)}.*{odd.strip()}.*(type|take it out)")


@kind
def odd_characters_in_comments(rng: random.Random, notebook: Notebook) -> Mutant:
    for name in functions(notebook):
        cell, _ = cell_of(notebook, name)
        odd = rng.choice(
            ["“hello”", "a\u00a0b", "\u200b", "（−×）", "\ud83d\ude00", "∂f/∂μ", "\u2028", "\x0b"]
        )
        cell["source"] = f"# {odd}\n" + cell["source"].replace("of f", f"of {odd} f")
    return Mutant(saved_escaped(notebook))


@kind
def conflict_marks_in_a_cell(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    source = cell["source"].rstrip("\n")
    cell["source"] = f"<<<<<<< HEAD\n{source}\n=======\n{source}\n>>>>>>> theirs\n"
    return losing(notebook, name, f"{_where(number, 1)}.*Git left this mark")


@kind
def commented_out(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    cell["source"] = "\n".join(rng.choice(["# ", "#", "## "]) + line for line in cell["source"].split("\n"))
    return losing(notebook, name, f"commented out in code cell {number}, line 1: take the #")


@kind
def another_name(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, _ = cell_of(notebook, name)
    cell["source"] = cell["source"].replace(f"def {name}(", f"def {name}_mine(")
    return losing(notebook, name, f"There is no function called {name}")


@kind
def no_code_yet(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, _ = cell_of(notebook, name)
    start = cell["source"].split("\n    ")[:2]
    cell["source"] = "\n    ".join(
        [*start, rng.choice(["...", "pass", "raise NotImplementedError", "# later"])]
    )
    return losing(notebook, name, f"{name} is still waiting for you")


@kind
def deleted_later(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    cell["source"] += f"\ndel {name}"
    return losing(
        notebook, name, f"code cell {number}, line 1, but that line was never reached, or .* deleted"
    )


def saved_escaped(notebook: Notebook) -> bytes:
    """Return the notebook with every odd character written as JSON may, lone halves of pairs too."""
    return saved({**notebook, "cells": [{**cell, "source": [cell["source"]]} for cell in notebook["cells"]]})
