"""What is said about a file that cannot be read as a notebook: what it seems to be, where it breaks off, and
what to do.
"""

import json
import re

KINDS_OF_FILE = (
    (b"PK\x03\x04", "a zip archive", "Unpack it, and send the file in it that ends in .ipynb."),
    (b"\x1f\x8b", "a packed archive (gzip)", "Unpack it, and send the file in it that ends in .ipynb."),
    (b"%PDF", "a PDF", "Send the notebook itself: in Jupyter, choose File, Download, Notebook (.ipynb)."),
    (b"\x89PNG", "a picture", "Send the notebook itself: a file that ends in .ipynb."),
    (b"\xff\xd8\xff", "a picture", "Send the notebook itself: a file that ends in .ipynb."),
)
WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|head|\?xml)", re.IGNORECASE)
PYTHON = re.compile(r"^(?:import |from [\w.]+ import |def \w+\(|# ?%%|#!.*python)", re.MULTILINE)
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


def of_bytes(data: bytes, problem: UnicodeDecodeError) -> str:
    """Return the sentence for bytes that are no text."""
    for start, kind, remedy in KINDS_OF_FILE:
        if data.startswith(start):
            return f"This file is {kind}, not a notebook. {remedy}"
    readable = data[: problem.start]
    if len(readable) > 20 and b"\0" not in readable:
        line = readable.count(b"\n") + 1
        return (
            f"This file holds bytes that are not text, first in line {line}: it was not saved as UTF-8, or "
            "was damaged on its way. Save it again as UTF-8 (Jupyter always does), and send that file."
        )
    return (
        "This file is not a notebook: it holds bytes that are not text. A notebook is a file that ends in "
        ".ipynb; download it again from Jupyter and send that file."
    )


def of_text(text: str, problem: ValueError | RecursionError) -> str:
    """Return the sentence for a text that is not the JSON of a notebook."""
    if not text.strip():
        return "This file is empty. Save your notebook in Jupyter and send it again."
    mark = CONFLICT.search(text)
    if mark:
        return (
            f"Line {_line(text, mark.start())} of this file is a mark that git left where two versions of it "
            f"collided (“{mark[0][:30]}”). Take one of the two versions whole (git checkout --ours or "
            "--theirs, with the file's name), open it in Jupyter, save it, and send it again."
        )
    if text.lstrip().startswith("{"):
        return _broken_off(text, problem)
    if WEB_PAGE.match(text):
        return (
            "This file is a web page, not a notebook. On the page that shows your notebook choose Download, "
            "or in Jupyter choose File, Download, Notebook (.ipynb), and send that file."
        )
    if PYTHON.search(text):
        return (
            "This file is not a notebook; it looks like a Python script. Give it a name that ends in .py, "
            "and send it again."
        )
    start = text.strip()[:40].split("\n")[0]
    return (
        f"This file is not a notebook: it begins with “{start}” where a notebook begins with a brace, and it "
        "cannot be read as JSON. In Jupyter, choose File, Download, Notebook (.ipynb), and send that file."
    )


def _broken_off(text: str, problem: ValueError | RecursionError) -> str:
    if not isinstance(problem, json.JSONDecodeError):
        return (
            "This file begins like a notebook but cannot be read to its end: its brackets are nested "
            "thousands deep, or a number in it has thousands of digits. Save it again in Jupyter, and send "
            "that file."
        )
    where = f"line {problem.lineno}{_cell_at(text, problem.pos)}"
    if problem.msg == "Extra data":
        return (
            f"There is more than one notebook in this file: another one begins in {where}. Save the one you "
            "want marked as a file of its own, and send that."
        )
    if problem.pos >= len(text.rstrip()) or problem.msg.startswith("Unterminated string"):
        return (
            f"This file begins like a notebook but cannot be read to its end: it stops in {where}, as if it "
            "had been cut off on its way. Save it again in Jupyter, and send that file."
        )
    return (
        f"This file begins like a notebook but cannot be read to its end: {where}, does not fit the format "
        f"({_quoted(text, problem.pos)}), as if it had been edited by hand. Save it again in Jupyter, and "
        "send that file."
    )


def _cell_at(text: str, position: int) -> str:
    """Return in which cell of the notebook a position is, counting cells of every kind."""
    count = text.count('"cell_type"', 0, position)
    return f", in or after cell {count}" if count else ""


def _quoted(text: str, position: int) -> str:
    line = text[text.rfind("\n", 0, position) + 1 :].split("\n", 1)[0]
    before = position - (text.rfind("\n", 0, position) + 1)
    return f"“{line[max(0, before - 20) : before + 20].strip()}”"


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
