"""Memory, time, output and depth have an end, and whoever reaches it loses nobody's work but their own."""

import time
from dataclasses import replace

import pytest

from tests.grading.sandbox.attacks.attacking import NO_NUMBERS, notebook, said
from upslope.grading.lab import Lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import Died, Loaded, Raised, TimedOut
from upslope.grading.sandbox.launch import GRADING

ENDED: dict[str, tuple[str, tuple[str, ...]]] = {
    "ten gigabytes": ("bytearray(10**10)", ("MemoryError",)),
    "a list that grows": ("a = [0]\nwhile True: a += a", ("MemoryError",)),
    "an array of ten gigabytes": (
        "import numpy as np\nnp.ones(10**10)",
        ("_ArrayMemoryError", "MemoryError"),
    ),
    "recursion": ("def g(): return g()\ng()", ("RecursionError",)),
    "recursion without Python's limit": (
        "import sys\nsys.setrecursionlimit(10**9)\nclass A:\n    __str__ = lambda self: str(self)\nstr(A())",
        ("Died", "MemoryError", "RecursionError"),
    ),
    "a stack overflow in C": ("import ctypes\nctypes.string_at(0)", ("Died",)),
    "an abort": ("import os\nos.abort()", ("Died",)),
    "a thousand open files": (
        "import os, sys\nopened = [os.open(os.__file__, os.O_RDONLY) for _ in range(1000)]",
        ("OSError", "PermissionError"),
    ),
    "brackets without end": ("eval('[' * 10**6)", ("SyntaxError", "MemoryError", "RecursionError", "Died")),
    "a number without end": ("str(9 ** 10**6)", ("ValueError",)),
}


@pytest.mark.parametrize("name", ENDED)
def test_there_is_an_end(strong: Sandbox, name: str) -> None:
    source, errors = ENDED[name]
    answer = said(strong, source)
    assert answer.split(":")[0] in errors


FLOODS = {
    "printing": "for _ in range(10**5): print('x' * 100)",
    "one line of fifty megabytes": "print('x' * (5 * 10**7))",
    "the descriptor": "import os\nfor _ in range(500): os.write(1, b'x' * 65536)",
    "both streams": "import sys\nfor _ in range(1000): print('x' * 1000, file=sys.stderr)",
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_output_drowns_nobody(strong: Sandbox, name: str) -> None:
    assert said(strong, FLOODS[name]) in ("", "Died", "TimedOut", "MemoryError: ")


STUBBORN = {
    "deaf to signals": "import signal\nfor s in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:\n"
    "    signal.signal(s, signal.SIG_IGN)\nwhile True: pass",
    "asleep": "import time\ntime.sleep(1000)",
    "busy in C": "sum(range(10**12))",
    "busy in numpy": "import numpy as np\nwhile True: np.linalg.svd(np.ones((200, 200)))",
    "catching everything": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "reading what never comes": "import os\nos.read(0, 1)\nimport select\nselect.select([], [], [])",
}


@pytest.mark.parametrize("name", STUBBORN)
def test_the_clock_outside_ends_it(strong: Sandbox, name: str) -> None:
    started = time.monotonic()
    assert said(strong, STUBBORN[name], 0.15) == "TimedOut"
    assert time.monotonic() - started < 5


def test_working_time_ends_too_however_long_one_would_wait() -> None:
    """It is counted by the kernel, so a busy machine takes nothing from anybody."""
    assert GRADING.limits["cpu"] == 5
    started = time.monotonic()
    with Sandbox(replace(GRADING, limits={**GRADING.limits, "cpu": 1})) as hasty:
        assert said(hasty, "while True: pass", 60).startswith("TimeoutError: all the computing time")
        deaf = "import signal\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass"
        assert said(hasty, deaf, 60) == "Died"
    assert time.monotonic() - started < 40


def test_a_function_without_end_is_named_and_costs_only_itself(
    strong: Sandbox, lab: Lab, honest: str
) -> None:
    endless = "def dfdmu(x, mu, sig):\n    while True: pass"
    own = notebook(
        endless,
        "def dfdsig(x, mu, sig):\n    return f(x, mu, sig) * ((x - mu) ** 2 / sig**3 - 1 / sig)",
    )
    result = grade_notebook(own, lab, strong, functions=["dfdmu", "dfdsig"])
    assert {name: function.passed for name, function in result.functions.items()} == {
        "dfdmu": False,
        "dfdsig": True,
    }
    assert "dfdmu" in result.functions["dfdmu"].message


def test_groups_after_an_endless_one_are_left_for_another_child(strong: Sandbox) -> None:
    with strong.open_child() as child:
        child.load([("cell 1", "def g():\n    while True: pass\ndef h(): return 1.0")], ["g", "h"])
        assert child.call("g", [()], seconds=0.1) == TimedOut(0.1)
        assert child.call("h", [()]) == Died("ended")


BOMBS = {
    "a zip file": b"PK\x03\x04" + bytes(10**6),
    "brackets": b"[" * 10**6,
    "braces": b'{"cells":' * 10**5,
    "no text": bytes(range(256)) * 4000,
    "twenty thousand cells": b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": ['
    + b",".join([b'{"cell_type": "markdown", "metadata": {}, "source": ""}'] * 20_000)
    + b"]}",
    "cells that are none": b'{"nbformat": 4, "nbformat_minor": 5, "cells": [3, null, {}, []]}',
    "a number of a million digits": b'{"nbformat": ' + b"9" * 10**6 + b"}",
    "eleven megabytes": b'{"nbformat": 4, "cells": [], "x": "' + b"x" * (11 * 10**6) + b'"}',
    "a cell of nested brackets": notebook(NO_NUMBERS, "x = " + "(" * 10**5 + ")" * 10**5).encode(),
    "a cell of five megabytes": notebook(NO_NUMBERS, "x = [" + "1," * 2_000_000 + "]").encode(),
    "a text cell of five megabytes": notebook(NO_NUMBERS, f"x = {'a' * 5_000_000!r}").encode(),
    "a name without end": notebook("def " + "g" * 10**6 + "(): pass", NO_NUMBERS).encode(),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_notebook_made_to_burst_is_answered_in_words(strong: Sandbox, lab: Lab, name: str) -> None:
    started = time.monotonic()
    result = grade_notebook(BOMBS[name], lab, strong)
    assert result.score == 0
    assert result.error or all(
        not function.passed and function.message for function in result.functions.values()
    )
    assert time.monotonic() - started < 20


def test_an_answer_that_never_fits_is_an_error_of_its_function(strong: Sandbox) -> None:
    with strong.open_child() as child:
        loaded = child.load([("cell 1", "import numpy as np\ndef g(): return [np.ones(10**6)] * 50")], ["g"])
        assert isinstance(loaded, Loaded)
        outcome = child.call("g", [()])
    assert isinstance(outcome, Raised | Died)
