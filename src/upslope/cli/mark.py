"""``upslope mark``: compare typed answers with keys, a JSON line for each."""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from upslope.cli.mark_request import LONGEST_LINE, Request, Unmarkable, read_request
from upslope.maths import MathsError, UnreadableMaths
from upslope.maths.equality.equality import Comparison, compare
from upslope.maths.equality.forms import check_form
from upslope.maths.reading.parser import parse

_LINES = """\
each line read from standard input is one JSON object:
  key         the right answer, as text
  answer      the answer to mark, as text
  variables   the letters that may be used (default: the letters of the key and
              of the domain, or x where there are none)
  domain      {"x": [0, 5]}: where a letter lives (default: wherever the key has a value)
  up_to       "constant": a constant may be added, and C or c stands for one
              "factor": a constant other than 0 may be multiplied
  form        "expanded", "factored" or "single fraction"
Only key and answer are needed; other fields are left alone.

each line written is one JSON object:
  verdict     "same", "different", "unsure" (it could not be told) or "unreadable"
  message     a sentence; there for all but "same"
  witness     "different": a point where it can be seen, {"x": 2.0}
  entry       "different": row and column of a matrix entry
  in_form     "same": whether the form holds; if not, the message says what is to do
  blame       "unreadable": "answer", "key" or "line"
  at          "unreadable": the index of the character in the answer

ends with 0 if every answer is the same and in its form, with 1 if not."""


def run(arguments: Sequence[str]) -> int:
    """Mark every line of standard input; return 1 unless all answers are right."""
    ArgumentParser(
        prog="upslope mark",
        description="Compare typed answers with their keys.",
        epilog=_LINES,
        formatter_class=RawDescriptionHelpFormatter,
    ).parse_args(arguments)
    right = True
    for line in _lines(sys.stdin.buffer):
        result = _marked(line)
        # Only ASCII, so that the line is JSON whatever the encoding of the terminal or the pipe.
        print(json.dumps(result), flush=True)
        right &= result["verdict"] == "same" and result.get("in_form", True)
    return 0 if right else 1


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield line by line as they come; of a line that is too long only the beginning is kept."""
    while line := stream.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 1)
        yield line


def _marked(line: bytes) -> dict[str, Any]:
    try:
        request = read_request(line)
        return _verdict(request)
    except Unmarkable as reason:
        return {"verdict": "unreadable", "blame": reason.blame, "message": reason.message}
    except UnreadableMaths as error:
        at = {} if error.offset is None else {"at": error.offset}
        return {"verdict": "unreadable", "blame": "answer", "message": str(error)} | at
    except MathsError as error:
        return {"verdict": "unreadable", "blame": "answer", "message": str(error)}


def _verdict(request: Request) -> dict[str, Any]:
    answer = parse(request.answer, request.variables)
    comparison = compare(request.key, answer, request.domain, request.up_to)
    if comparison.verdict != "same":
        return _unlike(comparison)
    if request.form is None:
        return {"verdict": "same"}
    check = check_form(answer, request.form)
    message = {} if check.holds else {"message": f"{check.sentence} {check.remedy}"}
    return {"verdict": "same", "in_form": check.holds} | message


def _unlike(comparison: Comparison) -> dict[str, Any]:
    shown: dict[str, Any] = {"verdict": comparison.verdict, "message": comparison.reason}
    if comparison.witness:
        shown["witness"] = dict(comparison.witness)
    if comparison.entry:
        shown["entry"] = list(comparison.entry)
    return shown
