"""Code that gives no right numbers gets no mark, whatever it does to Python, numpy and the messages."""

import pytest

from tests.grading.sandbox.attacks.attacking import NO_NUMBERS, notebook
from upslope.grading.lab import Lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.sandbox import Sandbox

FORGED = """
import json, struct, os
def frame(header, body=b""):
    head = json.dumps({"arrays": [], **header}).encode()
    return struct.pack(">II", len(head), len(body)) + head + body
def shout(data):
    for fd in range(3, 64):
        try: os.write(fd, data)
        except OSError: pass
ALL = {"functions": ["dfdmu", "dfdsig", "steepest_step"], "unwritten": [], "errors": []}
RIGHT = {"answers": [{"value": True, "watched": {}}] * 9, "passed": True, "score": 3}
"""
BEFORE: dict[str, str] = {
    "a forged list of functions and forged answers": FORGED + "shout(frame(ALL) + frame(RIGHT) * 9)",
    "a forged verdict": FORGED + "shout(frame({**ALL, 'score': 3.0, 'passed': True, 'results': {}}))",
    "a patched comparison": "np.allclose = np.array_equal = np.isclose = lambda *a, **k: True\n"
    "import numpy.testing as t\nt.assert_allclose = t.assert_array_equal = lambda *a, **k: None",
    "patched arithmetic": "import builtins\nbuiltins.abs = builtins.max = builtins.min = lambda *a, **k: 0\n"
    "builtins.all = builtins.any = builtins.isinstance = lambda *a: True\n"
    "np.max = np.abs = lambda *a, **k: 0.0",
    "a patched encoder": "import sys\nfor name, module in list(sys.modules.items()):\n"
    "    if name.startswith('runner'):\n"
    "        for part in ('encode', 'pack', 'describe', '_answers_of'):\n"
    "            if hasattr(module, part): setattr(module, part, lambda *a, **k: {'array': 0})",
    "a patched json": 'import json\njson.dumps = lambda *a, **k: \'{"passed": true, "arrays": []}\'',
    "a tracer": "import sys\ndef spy(frame, event, argument):\n"
    "    for name in frame.f_locals:\n"
    "        if name in ('value', 'answer', 'right', 'key', 'passed'): frame.f_locals[name] = True\n"
    "    return spy\nsys.settrace(spy)\nsys.setprofile(spy)",
    "an exit handler": FORGED + "import atexit\natexit.register(lambda: shout(frame(RIGHT)))",
    "a leaving child": "import os\nos._exit(0)",
    "leaving by SystemExit": "raise SystemExit(0)",
    "a finaliser that writes": FORGED
    + "class Late:\n    def __del__(self): shout(frame(RIGHT))\nlate = Late()\ndel late",
    "an alarm that writes": FORGED
    + "import signal\nsignal.signal(signal.SIGALRM, lambda *a: shout(frame(RIGHT)))\n"
    "signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)",
    "a thread that writes": FORGED
    + "import threading\nthreading.Thread(target=lambda: shout(frame(RIGHT))).start()",
    "a pickle": "import pickle, os\nclass Gift:\n"
    "    def __reduce__(self): return (exec, ('raise SystemExit',))\n"
    "for fd in range(3, 64):\n    try: os.write(fd, pickle.dumps(Gift()))\n    except OSError: pass",
    "a swapped code object": "import gc, types\nfor thing in gc.get_objects():\n"
    "    if isinstance(thing, types.FunctionType) and thing.__name__ in ('_call', '_answers_of', '_load'):\n"
    "        thing.__code__ = (lambda *a, **k: None).__code__",
    "a reply of a hundred answers": FORGED
    + "shout(frame({**ALL, 'answers': [{'value': None, 'watched': {}}] * 100}))",
    "saying for ever which cell runs": FORGED + "while True: shout(frame({'running': 0}))",
    "an import hook": "import sys\nclass Hook:\n"
    "    def find_spec(self, name, path=None, target=None): raise SystemExit\n"
    "sys.meta_path.insert(0, Hook())",
    "closing every descriptor": "import os\nos.closerange(0, 256)",
    "another descriptor over the judge's": "import os\nfor fd in range(1, 64): os.dup2(0, fd)",
    "a judge's channel that does not wait": "import os\nfor fd in range(3, 9):\n"
    "    try: os.set_blocking(fd, False)\n    except OSError: pass",
}


@pytest.mark.parametrize("name", BEFORE)
def test_what_a_cell_does_before_the_calls_gains_nothing(strong: Sandbox, lab: Lab, name: str) -> None:
    result = grade_notebook(notebook(NO_NUMBERS, BEFORE[name]), lab, strong)
    assert result.score == 0
    assert not any(function.passed for function in result.functions.values())


HUNT = """
import gc, sys
def hunt(*_):
    for thing in gc.get_objects():
        if isinstance(thing, np.ndarray) and thing.shape == np.shape(_[0]): yield thing
        if isinstance(thing, dict):
            for name in ("key", "right", "expected", "reference", "tolerance"):
                if isinstance(thing.get(name), np.ndarray): yield thing[name]
    frame = sys._getframe()
    while frame is not None:
        yield from (value for value in frame.f_locals.values() if isinstance(value, np.ndarray))
        frame = frame.f_back
def found(*a):
    fitting = [v for v in hunt(*a) if v is not a[0] and v.shape == np.shape(a[0])]
    others = [v for v in fitting if not np.array_equal(v, a[0])]
    return others[-1].copy() if others else 0 * a[0]
"""
LIES = """
class Lie(np.ndarray):
    def __eq__(self, other): return np.True_
    def __sub__(self, other): return np.zeros(np.shape(other))
    __rsub__ = __sub__
    def __array_ufunc__(self, *a, **k): return np.zeros(())
    def __array_function__(self, *a, **k): return True
    def __abs__(self): return np.zeros(())
    shape = property(lambda self: (28,))
"""
DURING: dict[str, tuple[str, str]] = {
    "what the memory holds": (HUNT, "found(x)"),
    "an array class that lies": (LIES, "np.zeros(np.shape(x)).view(Lie)"),
    "a hostile __array__": (
        "class Lie:\n    def __array__(self, *a, **k):\n        import os; os._exit(0)",
        "Lie()",
    ),
    "a value equal to everything": ("class Any:\n    def __eq__(self, other): return True", "Any()"),
    "not a number": ("", "np.full(np.shape(x), np.nan)"),
    "infinities": ("", "np.full(np.shape(x), np.inf)"),
    "huge numbers": ("", "np.full(np.shape(x), 1e308)"),
    "nothing, of the wrong shape": ("", "np.zeros((0, 5))"),
    "a shape that fits everything": ("", "np.broadcast_to(0.0, np.shape(x))"),
    "an array of objects": ("", "np.array([lambda *a: True] * np.size(x), dtype=object)"),
    "the truth": ("", "True"),
    "an error that claims success": (
        "class Passed(BaseException): passed = True",
        "(_ for _ in ()).throw(Passed())",
    ),
    "an exception that breaks when shown": (
        "class Broken(Exception):\n    def __str__(self): raise SystemExit",
        "(_ for _ in ()).throw(Broken())",
    ),
    "a list that holds itself": ("loop = []\nloop.append(loop)", "loop"),
    "a very deep list": ("deep = []\nfor _ in range(50000): deep = [deep]", "deep"),
    "a generator without end": ("import itertools", "itertools.count()"),
    "the arguments made longer": ("", "x.resize(0, refcheck=False) or x"),
}


@pytest.mark.parametrize("name", DURING)
def test_what_a_function_gives_instead_of_numbers_gains_nothing(strong: Sandbox, lab: Lab, name: str) -> None:
    before, value = DURING[name]
    functions = (
        f"def dfdmu(x, mu, sig): return {value}\ndef dfdsig(x, mu, sig): return {value}\n"
        f"def steepest_step(x, y, mu, sig, aggression): return ({value})[:2]"
    )
    result = grade_notebook(notebook(before, functions), lab, strong, functions=["dfdmu", "steepest_step"])
    assert result.score == 0


def test_functions_that_answer_what_was_right_last_time_gain_nothing(strong: Sandbox, lab: Lab) -> None:
    """Fresh arguments each time: what is remembered of one grading is of no use in the next."""
    memorised = (
        "seen = {}\ndef dfdmu(x, mu, sig):\n"
        "    return seen.setdefault('first', f(x, mu, sig) * (x - mu) / sig**2)\n"
    )
    result = grade_notebook(notebook(memorised), lab, strong, functions=["dfdmu"])
    assert result.score == 0
