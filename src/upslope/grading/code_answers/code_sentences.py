"""What a learner reads when a code answer gives nothing to mark. None of it costs an attempt."""

from upslope.grading.judging.sentences import KINDS, UNREADABLE
from upslope.grading.sandbox.child import Died, Loaded, Raised, TimedOut, Trouble
from upslope.questions.code_runner import Program
from upslope.questions.score import NotGradable

OWN = "cell 1"  # what a learner's program is called: errors are placed in the last line of it they came from
NO_SANDBOX = NotGradable(
    "No code can be run on this machine right now.", "Yours is kept; try again in a moment."
)
MIXED_LIST = "a list whose parts are not all single numbers"
MEND = "Mend that line and send it again."
REMEDIES = {
    "NameError": "Make that name first, or look at how it is spelt.",
    "UnboundLocalError": "Inside a function, give that name a value before you use it.",
    "ZeroDivisionError": "Look at what the division is by.",
    "RecursionError": "A function calls itself without an end: does it call its own name by mistake?",
    "MemoryError": "It asked for more memory than there is; a few numbers are enough here.",
    "_ArrayMemoryError": "It asked for more memory than there is; a few numbers are enough here.",
    "ModuleNotFoundError": "There are numpy and scipy here, and Python's own modules.",
    "PermissionError": "There are no files and no network here.",
    "FileNotFoundError": "There are no files and no network here.",
}


def of_given(outcome: Loaded | TimedOut | Died) -> NotGradable:
    """Return what is said when the author's own code, which is there before the learner's, does not run."""
    why = _said(outcome.errors[0]) if isinstance(outcome, Loaded) else "it did not end"
    return NotGradable(f"The code that is given here does not run: {why}.", "Please report it.")


def of_loading(outcome: Loaded | TimedOut | Died, program: Program) -> NotGradable | None:
    """Return what is missing after the program was run; None if all functions are there."""
    if not isinstance(outcome, Loaded):
        return of_trouble("", outcome, program)
    if outcome.errors:
        return of_error("", outcome.errors[0], program)
    for name in program.calls:
        if name not in outcome.functions:
            return NotGradable(
                f"There is no function called {name} yet.", f"Begin it with exactly this name: def {name}(…):"
            )
        if name in outcome.unwritten:
            return unwritten(name)
    return None


def unwritten(name: str) -> NotGradable:
    """Return what is said about a function or variable where three dots still stand."""
    return NotGradable(f"{name} is still waiting for you.", "Write your code in place of the three dots.")


def of_trouble(name: str, outcome: Raised | TimedOut | Died, program: Program) -> NotGradable:
    """Return what is said when ``name`` (or, if empty, the program itself) did not come to an end."""
    who = name or "Your code"
    if isinstance(outcome, TimedOut):
        return NotGradable(
            f"{who} was still running after 2 seconds and was stopped.",
            "Is there a loop in it that never ends?",
        )
    if isinstance(outcome, Died):
        return NotGradable(
            f"Python ended while {name or 'your code'} was running.", "Take out whatever ends it."
        )
    return of_error(name, outcome.trouble, program)


def of_error(name: str, trouble: Trouble, program: Program) -> NotGradable:
    """Return what is said about an error: its line, its kind and its text, and what may help."""
    if trouble.kind == "too large":
        return NotGradable(
            f"{name} gives far more numbers than are asked for.", "Look at the shape of what it returns."
        )
    if name in program.variables and trouble.kind == "NameError":
        return NotGradable(f"There is no variable called {name} yet.", f"Give it a value: {name} = …")
    lines = program.source.split("\n")
    line = trouble.line if trouble.cell == OWN and (trouble.line or 0) <= len(lines) else None
    remedy = _remedy(trouble)
    if line is None:
        return NotGradable(f"{name or 'Your code'} stopped with {_said(trouble)}.", remedy)
    place = f"Line {line} (“{lines[line - 1].strip()[:60]}”)"
    said = "cannot be read as Python" if trouble.kind in UNREADABLE else "stopped with"
    text = f": {trouble.text}" if trouble.kind in UNREADABLE else f" {_said(trouble)}"
    return NotGradable(f"{place} {said}{text}.", remedy, sum(len(text) + 1 for text in lines[: line - 1]))


def of_kind(kind: str) -> str:
    """Return what a value that is no number is, in words; a learner's own words never come through."""
    if kind in KINDS:
        return KINDS[kind]
    plain = kind.replace(" ", "_")
    return f"a value of type {kind}" if plain.isascii() and plain.isidentifier() else "something else"


def told(problem: NotGradable) -> str:
    """Return both sentences in one line."""
    return f"{problem.message} {problem.remedy}"


def _remedy(trouble: Trouble) -> str:
    if "positional argument" in trouble.text:
        return "A function is called with exactly the arguments that the question names, in that order."
    return REMEDIES.get(trouble.kind, MEND)


def _said(trouble: Trouble) -> str:
    return f"{trouble.kind}: {trouble.text.rstrip('.')}" if trouble.text else trouble.kind
