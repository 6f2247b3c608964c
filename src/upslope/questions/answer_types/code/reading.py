"""Reading a program without running it: is it Python, has anything been written, which names does it make?"""

import ast
import textwrap
import warnings
from collections.abc import Iterable

from upslope.questions.score import NotGradable

LONGEST = 20_000  # characters
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


def tidied(source: str) -> str:
    """Return an author's text without the indentation of the place it was written in."""
    return textwrap.dedent(source).strip("\n")


def read_program(text: str, starter: str) -> str | NotGradable:
    """Return the program a learner sent, or why there is nothing to run yet."""
    source = text.replace("\r\n", "\n").rstrip()
    if len(source) > LONGEST:
        return NotGradable(
            f"This is {len(source)} characters long.", f"Shorten it to {LONGEST}: a few lines are enough."
        )
    if _bare(source) in ([], _bare(starter)):
        return NotGradable("Nothing is written yet.", "Write your code into the editor.")
    try:
        _parsed(source)
    except SyntaxError as error:
        return _unreadable(source, error)
    except UNREADABLE:
        return NotGradable("This is nested too deeply to be read.", "Use names for the parts in between.")
    return source


def names_made(source: str) -> set[str]:
    """Return the functions and variables that a program makes. Raises ValueError if it is not Python."""
    try:
        nodes = list(ast.walk(_parsed(source)))
    except UNREADABLE as error:
        raise ValueError(f"This is not Python ({error}):\n{source}") from None
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored | {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


def starter_for(answer: str, functions: Iterable[str], variables: Iterable[str]) -> str:
    """Return what an editor shows at first: the head of each function and the name of each variable."""
    defined = {node.name: node for node in ast.walk(_parsed(answer)) if isinstance(node, ast.FunctionDef)}
    heads = [
        f"def {name}({ast.unparse(defined[name].args) if name in defined else ''}):\n    ..."
        for name in functions
    ]
    return "\n\n\n".join([*heads, *filter(None, ["\n".join(f"{name} = ..." for name in variables)])])


def _parsed(source: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def _bare(source: str) -> list[str]:
    """Return the lines without what does not count: blank ones, comments, spaces at either end."""
    lines = (line.strip() for line in source.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _unreadable(source: str, error: SyntaxError) -> NotGradable:
    lines = source.split("\n")
    number = min(max(error.lineno or 1, 1), len(lines))
    column = min(max((error.offset or 1) - 1, 0), len(lines[number - 1]))
    quoted = lines[number - 1].strip()[:60]
    offset = sum(len(line) + 1 for line in lines[: number - 1]) + column
    place = f"Line {number}" + (f" (“{quoted}”)" if quoted else "")
    return NotGradable(
        f"{place} cannot be read as Python: {error.msg}.", "Mend that line, or the one above it.", offset
    )
