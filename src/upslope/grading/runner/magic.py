"""Reads cells of a notebook as Python: what only Jupyter understands (``%magic``, ``!command``, ``name?``) is
taken out, and the numbers of all lines stay.
"""

import ast
import re
import warnings

PYTHON_CELLS = frozenset({"time", "timeit", "capture", "prun", "python", "python3", "pypy", "py"})
MAGIC = re.compile(r"^(?P<indent>\s*)(?:(?P<names>[A-Za-z_][\w, ]*?)\s*=\s*)?(?P<mark>[%!?])(?P<rest>.*)$")
HELP = re.compile(r"^(?P<indent>\s*)[\w.*]+\?+\s*;?\s*$")
# Jupyter takes these for magic without a % as well.
COMMAND = re.compile(
    r"^(?P<indent>\s*)(?:pip|conda|cd|ls|cat|cp|mv|rm|mkdir|run|matplotlib|load_ext|time|timeit)\s+[^=\s]"
)
MOST_ROUNDS = 300  # magic lines in one cell; each costs one more reading of it


def parse(source: str, label: str) -> ast.Module:
    """Return the tree of a cell; raises SyntaxError where it is no Python even without its magic.

    Only lines at which Python itself stops are taken for magic: a line may begin with ``%`` inside brackets.
    """
    if _is_of_another_language(source):
        return ast.Module([], [])
    lines = source.split("\n")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(MOST_ROUNDS):
            try:
                return ast.parse("\n".join(lines), label)
            except SyntaxError as error:
                if not _take_out(lines, (error.lineno or 0) - 1):
                    raise
        return ast.parse("\n".join(lines), label)


def _is_of_another_language(source: str) -> bool:
    first = source.lstrip().split("\n", 1)[0]
    words = first.removeprefix("%%").split()
    return first.startswith("%%") and bool(words) and words[0] not in PYTHON_CELLS


def _take_out(lines: list[str], index: int) -> bool:
    """Replace the magic in one line, and whatever it is continued in. Return whether there was any."""
    plain = _plain(lines[index]) if 0 <= index < len(lines) else None
    if plain is None:
        return False
    continued = lines[index].endswith("\\")
    lines[index] = plain
    while continued and index + 1 < len(lines):
        index += 1
        continued = lines[index].endswith("\\")
        lines[index] = ""
    return True


def _plain(line: str) -> str | None:
    """Return the Python that stands for a line of magic; None if it is not one."""
    found = MAGIC.match(line)
    if not found:
        other = HELP.match(line) or COMMAND.match(line)
        return f"{other['indent']}pass" if other else None
    if found["names"]:
        return f"{found['indent']}{found['names']} = {'[]' if found['mark'] == '!' else None}"
    word, _, rest = found["rest"].strip().rstrip("\\").partition(" ")
    if found["mark"] == "%" and word == "time" and rest.strip():
        return found["indent"] + rest.strip()  # its names are kept in Jupyter too
    if found["mark"] == "%" and word == "pylab":
        return found["indent"] + "from pylab import *"
    return found["indent"] + "pass"
