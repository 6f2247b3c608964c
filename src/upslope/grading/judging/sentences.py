"""What a learner reads about a lab: one warm, plain sentence or two for each thing that can happen."""

from upslope.grading.lab_checks import Situation
from upslope.grading.notebooks.notebook import CodeCell, LearnerCode
from upslope.grading.notebooks.unreadable_lines import remedy
from upslope.grading.sandbox.child import Died, Raised, TimedOut, Trouble

RIGHT = "Right."
UNREADABLE = frozenset({"SyntaxError", "IndentationError", "TabError"})
NOT_YET = "The numbers are not right yet."
HINTS = (
    (
        "only length-1 arrays",
        "x is a whole array here: use np.exp and np.sqrt, which work on arrays, not those of math.",
    ),
    (
        "only 0-dimensional",
        "x is a whole array here: use np.exp and np.sqrt, which work on arrays, not those of math.",
    ),
    (
        "positional argument",
        "The function is called with exactly the arguments the lab names, in that order.",
    ),
    (
        "not associated with a value",
        "It is used before it has one: is its first line missing, or further down?",
    ),
    ("lost sys.stdin", "Nobody answers input() while a notebook is marked: write the number into the code."),
    ("name 'exit'", "Take exit out: a function ends with return."),
    ("name 'quit'", "Take quit out: a function ends with return."),
    ("Unable to allocate", "It asked for more memory than there is here."),
)
KINDS = {
    "coroutine": "a coroutine (write def without async in front)",
    "generator": "a generator (write return where it says yield)",
    "function": "a function (add brackets with arguments to call it)",
    "ufunc": "a function (add brackets with arguments to call it)",
    "list": "a list with too many parts",
    "tuple": "a tuple with too many parts",
    "int": "a whole number that is too large to work with",
    "an array of object": "an array of Python objects instead of numbers",
}


def right(judged_apart_from: tuple[str, ...]) -> str:
    """Return what a right function hears; it may have been judged apart from those it uses."""
    if not judged_apart_from:
        return RIGHT
    names = " and ".join(judged_apart_from)
    return f"Right. (It was tried with values of ours for {names}, so a mistake there costs nothing here.)"


def position(trouble: Trouble, code: LearnerCode) -> str:
    """Return where an error is: ``in code cell 3, line 2``, or an empty text where that is not known."""
    cells = {cell.label: cell for cell in code.cells}
    if trouble.cell not in cells:
        return ""
    line = f", line {trouble.line}" if trouble.line else ""
    return f"in {cells[trouble.cell].where}{line}"


def quoted(trouble: Trouble, code: LearnerCode) -> str:
    """Return the line an error is in, for a learner to find it by: `` (“retrun 3”)``."""
    line = _line(trouble, code).strip()
    return f" (“{line[:60]}”)" if line else ""


def _line(trouble: Trouble, code: LearnerCode) -> str:
    sources = {cell.label: cell.source.split("\n") for cell in code.cells}
    lines = sources.get(trouble.cell, [])
    return "" if trouble.line is None or trouble.line > len(lines) else lines[trouble.line - 1]


def of_cell(trouble: Trouble, code: LearnerCode) -> str:
    """Return a sentence about a cell that stopped with an error while the notebook was run."""
    where = position(trouble, code).removeprefix("in ").capitalize() or "A cell"
    if trouble.kind in UNREADABLE:
        return (
            f"{where}{quoted(trouble, code)} cannot be read as Python ({trouble.text}), so that cell was "
            f"left out. {remedy(trouble.text, _line(trouble, code))}"
        ).rstrip()
    return f"{where}{quoted(trouble, code)} stopped with {_error(trouble)}."


def of_stuck_cell(outcome: TimedOut | Died, cell: CodeCell) -> str:
    """Return a sentence about a cell that never ended or that ended Python; only its definitions are used."""
    where = cell.where.capitalize()
    if isinstance(outcome, TimedOut):
        return (
            f"{where} was still running after {outcome.seconds:g} seconds and was stopped: is there a "
            "loop in it that "
            "never ends? Only its definitions were used."
        )
    return f"{where} ended Python while it ran, so only its definitions were used."


def missing(name: str, notes: list[str], nearby: str | None = None) -> str:
    """Return what is said about a function that is not there after the notebook was run.

    ``nearby`` is a function that is there and has almost this name.
    """
    if nearby:
        return (
            f"There is no function called {name}. You wrote {nearby}: it must be {name}, letter for letter."
        )
    if notes:
        return f"There is no function called {name} after running your notebook. {' '.join(notes[:2])}"
    return (
        f"There is no function called {name} in this notebook. Write it with exactly this name: def "
        f"{name}(…)."
    )


def unwritten(name: str) -> str:
    """Return what is said about a function that has no code yet."""
    return f"{name} is still waiting for you: there is no code in it yet."


def of_trouble(name: str, outcome: Raised | TimedOut | Died, code: LearnerCode) -> str:
    """Return a sentence about a function that did not return."""
    if isinstance(outcome, TimedOut):
        return (
            f"{name} did not come back within {outcome.seconds:g} seconds, so it was stopped. Is there a "
            "loop in it "
            "that never ends? Print something inside the loop to see."
        )
    if isinstance(outcome, Died):
        return (
            f"Python ended while {name} was running, so there was nothing to mark. Take out whatever ends it."
        )
    trouble = outcome.trouble
    if trouble.kind in {"MemoryError", "_ArrayMemoryError"}:
        return (
            f"{name} asked for more memory than there is here (1 GB). A few dozen numbers are enough for "
            "this task."
        )
    if trouble.kind == "RecursionError":
        return (
            f"{name} calls itself without end. Does it call its own name where it should call another "
            "function?"
        )
    if trouble.kind == "too large":
        return f"{name} returned far more numbers than are needed: look at the shape of what it returns."
    where = position(trouble, code)
    hint = next((hint for part, hint in HINTS if part in trouble.text), "")
    text = f"{name} stopped{' ' + where if where else ''} with {_error(trouble)}. {hint}"
    return text.strip()


def _error(trouble: Trouble) -> str:
    return f"{trouble.kind}: {trouble.text.rstrip('.')}" if trouble.text else trouble.kind


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def only_elsewhere(name: str, usual: str, situation: Situation, wrong: str) -> str:
    """Return what is said about a function that is right as a rule, and wrong in one situation."""
    what = wrong.removeprefix(f"{name}: ")
    told = "" if what == NOT_YET else f" There {what}" if what.startswith(name) else f" {what}"
    remedy = situation.remedy and f" {situation.remedy}"
    return f"{name} is right {usual}, but not {situation.statement}.{told}{remedy}"


def changed(name: str, names: tuple[str, ...]) -> str:
    """Return what is said about a function that changes what it should only read."""
    *most, last = names
    listed = f"{', '.join(most)} and {last}" if most else last
    return (
        f"The numbers of {name} are right, but it changes {listed} while it works, and the next call would "
        f"start from something else. Work on a copy: write J = J * … instead of J *= …, or use .copy()."
    )


def unsteady(name: str) -> str:
    """Return what is said about a function that does not answer the same call twice in the same way."""
    return (
        f"{name} gives another answer when it is called a second time with the same numbers. Does it draw "
        "something at random, or add to a list or a number that lives outside it?"
    )


def unused(idle: list[int], of: int) -> str:
    """Return what is said about a function that gives the same numbers whatever some arguments (by index)
    are.
    """
    which = "any of its arguments" if len(idle) == of > 1 else f"its {ORDINALS[idle[0]]} argument"
    return (
        f"It gives the same numbers whatever {which} may be. Does it use a name that was computed elsewhere "
        "in the notebook instead?"
    )


def spoilt(name: str) -> str:
    """Return what is said where a notebook has a given function replaced by something else."""
    return (
        f"Your notebook has a {name} of its own that does not do what the lab's {name} does, so nothing that "
        f"calls it can be right: take the lab's again, and give yours another name."
    )
