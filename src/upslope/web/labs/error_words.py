"""Python's errors in words a learner can act on. What Python said stays where it helps."""

import re
from collections.abc import Iterable

from upslope.grading.session import Output

_ERROR = re.compile(
    r"\A(?P<place>Cell \d+, line \d+: )?(?P<kind>[A-Za-z_]\w*)(?:: (?P<text>.*))?\Z", re.DOTALL
)
_PLACE = re.compile(r"Cell (?P<cell>\d{1,4}), line (?P<line>\d{1,6}): ")
_WORDS = {
    "SyntaxError": "Python cannot read this line ({text}).",
    "IndentationError": "The spaces at the start of this line do not fit the lines around it ({text}).",
    "NameError": "{text}. If another cell makes it, run that cell first.",
    "MemoryError": "This asks for more memory than a lab has. Work with smaller arrays. ({text})",
    "RecursionError": "A function calls itself without an end. ({text})",
    "PermissionError": "A lab has no files and no network, so this is not possible here. ({text})",
    "ModuleNotFoundError": "{text}. A lab has numpy, scipy and matplotlib.",
}


def plain_error(message: str) -> str:
    """Return an error of the form "Cell 3, line 2: NameError: …" in plainer words; others unchanged."""
    match = _ERROR.match(message)
    if match is None or match["kind"] not in _WORDS:
        return message
    said = match["text"] or match["kind"]
    sentence = _WORDS[match["kind"]].format(text=said)
    return (match["place"] or "") + sentence[0].upper() + sentence[1:]


def error_place(outputs: Iterable[Output]) -> tuple[int, int] | None:
    """Return the (code cell, line) that an error among the outputs names, for the page to mark it."""
    errors = (output.data for output in outputs if output.kind == "error")
    found = next((place for error in errors if (place := _PLACE.match(error))), None)
    return (int(found["cell"]), int(found["line"])) if found else None
