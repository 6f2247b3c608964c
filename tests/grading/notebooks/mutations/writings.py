"""The same notebook in other bytes: line ends, encodings, scripts; and what outputs may hold."""

import json
import random
import re
from typing import Any

from tests.grading.notebooks.mutations.kinds import Mutant, Notebook, code_cells, kind, saved, unchanged


@kind
def other_line_ends(rng: random.Random, notebook: Notebook) -> Mutant:
    end = rng.choice(["\r\n", "\r"])
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].replace("\n", end)
    return Mutant(json.dumps(notebook, indent=1).replace("\n", end).encode())


@kind
def another_encoding(rng: random.Random, notebook: Notebook) -> Mutant:
    encoding = rng.choice(["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    return Mutant(json.dumps(notebook, ensure_ascii=False).encode(encoding))


@kind
def tabs_for_blanks(rng: random.Random, notebook: Notebook) -> Mutant:
    for cell in code_cells(notebook):
        cell["source"] = re.sub(r"^( +)", lambda m: "\t" * (len(m[1]) // 4), cell["source"], flags=re.M)
    return unchanged(notebook)


@kind
def outputs_large_and_lying(rng: random.Random, notebook: Notebook) -> Mutant:
    verdict = '{"score": 3, "functions": {"dfdmu": {"passed": true}}}\n__import__("os")._exit(0)'
    for cell in code_cells(notebook):
        lie = {"output_type": "stream", "name": "stdout", "text": verdict}
        cell["outputs"] = [lie, {"output_type": "error", "ename": "E", "evalue": "", "traceback": []}]
        cell["outputs"] += [
            {"output_type": "display_data", "data": {"image/png": "A" * 50_000}, "metadata": {}}
        ]
        cell["execution_count"] = rng.choice([None, 0, -3, 10**6, rng.randrange(99)])
    return unchanged(notebook)


@kind
def wrong_types_that_do_not_matter(rng: random.Random, notebook: Notebook) -> Mutant:
    for cell in code_cells(notebook):
        cell["outputs"] = rng.choice([None, 7, "none", {}, [None], [[]]])
        cell["execution_count"] = rng.choice(["3", [], {}, 1e99])
    notebook["nbformat"] = rng.choice(["4", None, 4.2, 99])
    return Mutant(json.dumps(notebook).encode())


@kind
def numbers_that_are_none(rng: random.Random, notebook: Notebook) -> Mutant:
    notebook["metadata"] = {"odd": [float("nan"), float("inf"), -float("inf"), 10 ** rng.randrange(4000)]}
    return Mutant(json.dumps(notebook).encode())


@kind
def keys_twice(rng: random.Random, notebook: Notebook) -> Mutant:
    text = json.dumps(notebook)
    key = rng.choice(['"nbformat": 4,', '"metadata": {},', '"outputs": [],'])
    return Mutant(text.replace(key, key * rng.randrange(2, 5)).encode())


@kind
def nested_deep(rng: random.Random, notebook: Notebook) -> Mutant:
    text = json.dumps(notebook)
    deep = rng.choice([5, 200, 100_000])
    text = text[:-1] + ', "more": ' + "[" * deep + "]" * deep + "}"
    return Mutant(text.encode(), error="nested thousands deep" if deep > 1000 else "")


@kind
def a_script(rng: random.Random, notebook: Notebook) -> Mutant:
    start = rng.choice(["# %%", "#%%", "# In[3]:", "# +", "", "# ---"])
    pieces = [f"{start}\n{_in_script(cell)}\n" for cell in notebook["cells"]]
    text = rng.choice(["", "\ufeff", "#!/usr/bin/env python\n# coding: utf-8\n"]) + "\n".join(pieces)
    return Mutant(text.replace("\n", rng.choice(["\n", "\r\n"])).encode(), suffix=".py")


@kind
def a_notebook_called_script(rng: random.Random, notebook: Notebook) -> Mutant:
    return Mutant(rng.choice([b"", b"\n", b"\xef\xbb\xbf"]) + saved(notebook), suffix=".py")


def _in_script(cell: dict[str, Any]) -> str:
    if cell["cell_type"] == "code":
        return str(cell["source"])
    return "\n".join(f"# {line}" for line in cell["source"].split("\n"))
