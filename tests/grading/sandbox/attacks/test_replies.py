"""Whatever bytes a child sends, the judge waits for no deadline, needs no memory and keeps its head."""

import time

import pytest

from tests.grading.sandbox.attacks.attacking import said
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import Died, Loaded, Raised

SHOUT = """
import os, struct, json
def frame(head, body=b""): return struct.pack(">II", len(head), len(body)) + head + body
def arrays(*described, body=b""): return frame(json.dumps({"errors": [], "arrays": described}).encode(), body)
def shout(data):
    for fd in range(3, 64):
        try:
            rest = data
            while rest: rest = rest[os.write(fd, rest):]
        except OSError: pass
"""
REPLIES: dict[str, str] = {
    "a megabyte of brackets": "shout(b'[' * 2**20)",
    "a header of brackets": "shout(frame(b'[' * 65000))",
    "an announcement of four gigabytes": "shout(b'\\xff' * 8)",
    "a payload of four gigabytes": "shout(struct.pack('>II', 10, 2**32 - 1))",
    "an absurd shape": "shout(arrays(['f8', [2**62, 2**62]]))",
    "a negative shape": "shout(arrays(['f8', [-1]], body=bytes(8)))",
    "a shape of fractions": "shout(arrays(['f8', [0.5, 2]], body=bytes(8)))",
    "a shape of forty sides": "shout(arrays(['f8', [1] * 40], body=bytes(8)))",
    "five thousand arrays": "shout(arrays(*[['u1', [0]]] * 5000))",
    "an array of objects": "shout(arrays(['O', [1]], body=bytes(8)))",
    "an array of text": "shout(arrays(['U8', [1]], body=bytes(32)))",
    "an array beyond its bytes": "shout(arrays(['f8', [9]], body=bytes(8)))",
    "bytes without an array": "shout(arrays(body=bytes(800)))",
    "a number of a million digits": "shout(frame(b'{\"arrays\": [], \"running\": ' + b'9' * 60000 + b'}'))",
    "no text at all": "shout(frame(bytes(range(128, 256))))",
    "a header that is a list": "shout(frame(b'[1, 2]'))",
    "errors that are none": 'shout(frame(b\'{"arrays": [], "errors": [{"kind": []}], "functions": 3}\'))',
    "a pickle": "import pickle\nshout(pickle.dumps(len))",
    "nothing where names should be": 'shout(frame(b\'{"arrays": [], "errors": null}\'))',
    "a cell that comes twice": 'shout(frame(b\'{"arrays": [], "running": 0}\') * 3)',
    "a million messages": 'while True: shout(frame(b\'{"arrays": [], "running": 1}\') * 99)',
}


@pytest.mark.parametrize("name", REPLIES)
def test_bytes_that_are_no_reply_end_the_child_at_once(strong: Sandbox, name: str) -> None:
    started = time.monotonic()
    assert said(strong, SHOUT + REPLIES[name], 30) == "Died"
    assert time.monotonic() - started < 10


VALUES: dict[str, tuple[str, type]] = {
    "more than fits into a message": ("np.zeros(2 * 10**6)", Raised),
    "more arrays than a message may hold": ("[np.zeros(0) for _ in range(1999)] * 1", object),
    "a broken dtype": ("np.zeros(3, dtype=[('a', 'f8'), ('b', 'O')])", object),
}


@pytest.mark.parametrize("name", VALUES)
def test_values_too_large_or_too_odd_cost_only_their_function(strong: Sandbox, name: str) -> None:
    source, kind = VALUES[name]
    with strong.open_child() as child:
        child.load(
            [("cell 1", f"import numpy as np\ndef g(): return {source}\ndef h(): return 1.0")], ["g", "h"]
        )
        assert isinstance(child.call("g", [()]), kind)
        assert not isinstance(child.call("h", [()]), Died | Raised)


def test_a_program_cannot_keep_the_judge_waiting_by_being_busy(strong: Sandbox) -> None:
    source = "import time\nwhile True: time.sleep(0.01)"
    with strong.open_child() as child:
        started = time.monotonic()
        outcome = child.load(
            [(f"cell {n}", source if n == 3 else "a = 1") for n in range(5)], [], seconds=0.2
        )
        assert time.monotonic() - started < 5
    assert not isinstance(outcome, Loaded)
