"""Cells with what only Jupyter understands are read as Python, and every line keeps its number."""

import ast
import time

import pytest

from upslope.grading.runner.magic import MOST_ROUNDS, parse


def code_of(source: str) -> str:
    return ast.unparse(parse(source, "cell"))


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("%matplotlib notebook\na = 1", "pass\na = 1"),
        ('%run "readonly/x.ipynb"', "pass"),
        ("!pip install \\\n   pandas \\\n   torch\na = 1", "pass\na = 1"),
        ("pip install pandas", "pass"),
        ("?np.exp\nnp.exp?\nf??", "pass\npass\npass"),
        ("a = %timeit -o f(1)", "a = None"),
        ("a, b = !ls", "a, b = []"),
        ("%time a = f(1)", "a = f(1)"),
        ("%pylab inline", "from pylab import *"),
        ("%%time\na = 1", "pass\na = 1"),
        ("%%bash\nrm -rf /", ""),
        ("%%writefile x.py\na = 1", ""),
        ("if a:\n    %time b = 2\nelse:\n    !ls", "if a:\n    b = 2\nelse:\n    pass"),
        ("def g():\n    %timeit h()\n    return 3", "def g():\n    pass\n    return 3"),
    ],
)
def test_magic_is_taken_out_or_kept_as_what_it_does(source: str, read: str) -> None:
    assert code_of(source) == read


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("a = (7\n     % 3)", "a = 7 % 3"),
        ("%matplotlib inline\na = (7\n     % 3)", "pass\na = 7 % 3"),
        ('!ls\ntext = """\n%matplotlib\n!ls\n"""', "pass\ntext = '\\n%matplotlib\\n!ls\\n'"),
        ("!ls\nb = (a\n  != 3)", "pass\nb = a != 3"),
    ],
)
def test_a_line_that_only_looks_like_magic_is_left_alone(source: str, read: str) -> None:
    assert code_of(source) == read


def test_lines_keep_their_numbers() -> None:
    tree = parse("!pip install \\\n  pandas\n%matplotlib inline\n\na = 1", "cell")
    assert tree.body[-1].lineno == 5


@pytest.mark.parametrize(
    "source", ["retrun 3", "%matplotlib inline\nretrun 3", "a = (7\n%time b = 1", "%time )"]
)
def test_what_is_no_python_stays_an_error_at_its_line(source: str) -> None:
    with pytest.raises(SyntaxError) as caught:
        parse(source, "cell")
    assert 1 <= (caught.value.lineno or 0) <= 2


def test_thousands_of_magic_lines_end_soon() -> None:
    started = time.monotonic()
    with pytest.raises(SyntaxError):
        parse("!ls\n" * 20 * MOST_ROUNDS, "cell")
    assert time.monotonic() - started < 5
