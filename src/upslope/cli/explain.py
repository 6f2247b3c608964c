"""``upslope explain``: a derivative, a gradient, a Taylor polynomial … worked step by step."""

import json
import re
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from upslope.cli.explanations import KINDS, Request, explain
from upslope.cli.terminal.derivation_latex import derivation_latex
from upslope.cli.terminal.derivation_text import show_derivation
from upslope.maths import Equation, Expression, MathsError, Note, UnreadableMaths, letters_of, read
from upslope.maths.expressions.expression import Symbol

_EXAMPLES = """examples:
  upslope explain "x^2 sin(x)"
  upslope explain "x^2 y + e^y" --kind gradient --point "x=1, y=0"
  upslope explain "[r cos(t), r sin(t)]" --kind jacobian --wrt r,t
  upslope explain "cos x" --kind taylor --order 6
  upslope explain "x^3 - 2x + 2" --kind newton --point 0
  upslope explain "x y" --kind lagrange --subject-to "x^2 + y^2 = 2"
"""


class UnreadableArgumentError(Exception):
    """An argument that is no maths (yet): which text, and what is wrong with it."""

    def __init__(self, text: str, problem: UnreadableMaths) -> None:
        super().__init__(text, problem)
        self.text = text
        self.problem = problem


def run(arguments: Sequence[str]) -> int:
    """Print the working; return 1 where the maths cannot be done, 2 where something cannot be read."""
    chosen = _parser().parse_args(arguments)
    try:
        request, notes = _request(chosen)
        worked = explain(chosen.kind, request)
    except UnreadableArgumentError as error:
        return _refuse(error.problem, chosen, f"{error.text}\n{_caret(error)}", 2)
    except MathsError as error:
        return _refuse(error, chosen, chosen.expression, 1)
    if chosen.json:
        told = [note.sentence for note in notes]
        print(
            json.dumps({"kind": chosen.kind, **worked.to_json(), "notes": told}, ensure_ascii=False, indent=1)
        )
    elif chosen.latex:
        print(derivation_latex(worked))
    else:
        console = Console(highlight=False)
        for note in notes:
            console.print(Text(f"Note: {note.sentence}", "yellow"))
        show_derivation(worked, console)
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="upslope explain",
        description="Work a piece of calculus step by step, each step with its rule and its reason.",
        epilog=_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "expression", help='what to work on, as you would type it: "x^2 sin x", "[x y, x + y]"'
    )
    parser.add_argument(
        "--kind", choices=KINDS, default="derivative", help="what to work out (default: derivative)"
    )
    parser.add_argument(
        "--wrt",
        default="",
        metavar="NAMES",
        help="the variables, with commas (default: all letters there are)",
    )
    parser.add_argument("--point", default="", metavar="POINT", help='where: "2", "1, pi/2" or "x=1, y=0"')
    parser.add_argument(
        "--order", type=int, metavar="N", help="order of a Taylor polynomial (3), or Newton steps to show (4)"
    )
    parser.add_argument(
        "--subject-to",
        action="append",
        default=[],
        metavar="EQUATION",
        help="a constraint for lagrange; may be repeated",
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument(
        "--json", action="store_true", help="one JSON object: result, and steps with rule, before, after, why"
    )
    output.add_argument("--latex", action="store_true", help="LaTeX to paste into a document")
    return parser


def _request(chosen: Namespace) -> tuple[Request, tuple[Note, ...]]:
    """Read every argument, and say how ambiguous pieces of the expression were read."""
    texts = [chosen.expression, *(side for text in chosen.subject_to for side in text.split("="))]
    named = tuple(name for name in re.split(r"[,\s]+", chosen.wrt) if name)
    letters = tuple(dict.fromkeys((*named, *(letter for text in texts for letter in letters_of(text)))))
    function, notes = _read(chosen.expression, letters)
    constraints = tuple(_equation(text, letters) for text in chosen.subject_to)
    used = function.variables.union(*(constraint.variables for constraint in constraints))
    names = tuple(_name(name, letters) for name in named) or tuple(sorted(used)) or ("x",)
    point = _point(chosen.point, names)
    return Request(function, names, point, chosen.order, constraints), notes


def _read(text: str, letters: tuple[str, ...]) -> tuple[Expression, tuple[Note, ...]]:
    try:
        reading = read(text, letters)
    except UnreadableMaths as problem:
        raise UnreadableArgumentError(text, problem) from None
    return reading.expression, reading.notes


def _name(text: str, letters: tuple[str, ...]) -> str:
    """The variable that is meant: σ is sigma, x₁ is x_1."""
    tree = _read(text, letters)[0]
    if not isinstance(tree, Symbol) or not letters_of(text):  # declared like this, even sin would be a letter
        raise MathsError(f"{text} is not a variable.", "Name letters with commas between them: --wrt x,y.")
    return tree.name


def _equation(text: str, letters: tuple[str, ...]) -> Equation:
    left, equals, right = text.partition("=")
    return Equation(_read(left, letters)[0], _read(right if equals else "0", letters)[0])


def _point(text: str, names: tuple[str, ...]) -> dict[str, Expression]:
    """Read "x=1, y=0", or values in the order of the variables."""
    point: dict[str, Expression] = {}
    for place, part in enumerate(part for part in text.strip("()[] ").split(",") if part.strip()):
        name, equals, value = part.partition("=")
        if not equals and place >= len(names):
            raise MathsError(f"The point {text} has more values than there are variables.", "Leave some out.")
        coordinate = name.strip() if equals else names[place]
        if coordinate in point:
            raise MathsError(f"The point {text} gives {coordinate} two values.", "Leave one out.")
        point[coordinate] = _read(value if equals else part, ())[0]
    return point


def _caret(error: UnreadableArgumentError) -> str:
    offset = error.problem.offset
    return "" if offset is None else " " * offset + "^"


def _refuse(problem: MathsError, chosen: Namespace, shown: str, code: int) -> int:
    if chosen.json:
        at = problem.offset if isinstance(problem, UnreadableMaths) else None
        print(json.dumps({"error": problem.message, "remedy": problem.remedy, "at": at}, ensure_ascii=False))
    else:
        sys.stderr.write(f"{shown}\n{problem}\n")
    return code
