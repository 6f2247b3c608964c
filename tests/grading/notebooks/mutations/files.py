"""Files that were cut off, glued together or overwritten on their way."""

import json
import random

from tests.grading.notebooks.mutations.kinds import Mutant, Notebook, cell_of, code, functions, kind, saved

LARGE = 11 * 1024 * 1024


@kind
def cut_off(rng: random.Random, notebook: Notebook) -> Mutant:
    data = saved(notebook)
    kept = data[: rng.randrange(200, len(data) - 3)]
    return Mutant(kept, error=r"it stops in line \d+|bytes that are not text, first in line \d+")


@kind
def two_notebooks_in_one_file(rng: random.Random, notebook: Notebook) -> Mutant:
    data = saved(notebook)
    between = rng.choice([b"", b"\n", b"\n\n\r\n"])
    return Mutant(
        data + between + data, error=r"more than one notebook in this file: another one begins in line \d+"
    )


@kind
def conflict_marks_in_the_file(rng: random.Random, notebook: Notebook) -> Mutant:
    lines = saved(notebook).decode().split("\n")
    start = rng.randrange(2, len(lines) - 20)
    end = start + rng.randrange(1, 9)
    ours = ["<<<<<<< HEAD", *lines[start:end], "=======", *lines[start:end], ">>>>>>> theirs"]
    text = "\n".join([*lines[:start], *ours, *lines[end:]])
    return Mutant(text.encode(), error=rf"Line {start + 1} of this file is a mark that git left")


@kind
def a_comma_or_bracket_lost(rng: random.Random, notebook: Notebook) -> Mutant:
    text = saved(notebook).decode()
    place = rng.choice([n for n, c in enumerate(text) if text[n : n + 2] in (",\n", "[\n", "{\n") and n > 2])
    return Mutant(
        (text[:place] + text[place + 1 :]).encode(), error=r"does not fit the format|more than one|stops in"
    )


@kind
def something_else_altogether(rng: random.Random, notebook: Notebook) -> Mutant:
    files = {
        b"": "This file is empty",
        b"   \n": "This file is empty",
        b"PK\x03\x04" + rng.randbytes(300): "zip archive.*Unpack it",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3": "a PDF, not a notebook",
        b"\x1f\x8b" + b"\xff" * 50: "packed archive",
        b"<!DOCTYPE html><html>": "a web page, not a notebook",
        b"import numpy as np\ndef dfdmu(x, mu, sig):\n": "looks like a Python script",
        b"Dear teacher,": "it begins with “Dear teacher,”",
        b"[1, 2]": "no list of cells",
        b'{"cells": []}': "There is no code in this notebook",
        b'{"cells": [{"cell_type": "markdown", "source": "def g(x)"}]}': "text cell 1 .* holds a function",
        b"\xff" * 400: "bytes that are not text",
    }
    data = rng.choice(list(files))
    return Mutant(data, error=files[data])


@kind
def too_large(rng: random.Random, notebook: Notebook) -> Mutant:
    more = rng.choice([b" " * LARGE, b"\0" * LARGE])
    return Mutant(saved(notebook) + more, error="is larger than 10 MB. Clear its outputs")


@kind
def too_much_code(rng: random.Random, notebook: Notebook) -> Mutant:
    more = [code("a = 1")] * 1001 if rng.random() < 0.5 else [code("# " + "a" * 600_000)]
    notebook["cells"] += more
    return Mutant(json.dumps(notebook).encode(), error="more than any lab needs")


@kind
def bytes_overwritten(rng: random.Random, notebook: Notebook) -> Mutant:
    data = bytearray(saved(notebook))
    for _ in range(rng.randrange(1, 12)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return Mutant(bytes(data), lost=None)


@kind
def lines_lost_from_the_file(rng: random.Random, notebook: Notebook) -> Mutant:
    lines = saved(notebook).split(b"\n")
    for _ in range(rng.randrange(1, 4)):
        del lines[rng.randrange(len(lines))]
    return Mutant(b"\n".join(lines), lost=None)


@kind
def lines_of_code_lost_or_swapped(rng: random.Random, notebook: Notebook) -> Mutant:
    for name in functions(notebook):
        cell, _ = cell_of(notebook, name)
        lines = cell["source"].split("\n")
        if rng.random() < 0.5:
            del lines[rng.randrange(len(lines))]
        else:
            rng.shuffle(lines)
        cell["source"] = "\n".join(lines)
    return Mutant(saved(notebook), lost=None)
