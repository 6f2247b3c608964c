import numpy as np
import pytest

from tests.maths import fuzzing
from tests.maths.balanced_latex import assert_balanced
from tests.maths.fuzzed_texts import fuzzed


@pytest.mark.parametrize("seed", [1, 2])
def test_texts_nobody_would_think_of_are_read_or_refused(seed: int) -> None:
    rng = np.random.default_rng(seed)
    readable = sum(fuzzing.check(*fuzzed(rng)) for _ in range(2500))
    assert 500 < readable < 2000


def test_a_long_run_tells_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzing, "to_text", lambda tree: "0.123")
    report = fuzzing.run(seed=1, batch=0, count=60)
    assert len(report.seconds) == 60
    assert any("is read as something else" in failure for failure in report.failures)


def test_a_text_that_takes_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzing, "_times", lambda text, variables: iter([0.2, 0.2, 0.2]))
    assert "50 ms" in fuzzing.run(seed=1, batch=0, count=1).failures[0]


@pytest.mark.parametrize(
    "latex",
    [
        "{x",
        "x}",
        r"\left(x)",
        r"\left(x}",
        "x^{2}^{3}",
        "x_1_2",
        r"\sinx",
        "x & y",
        r"\begin{bmatrix} \left(1 & 2\right) \end{bmatrix}",
    ],
)
def test_broken_latex_is_noticed(latex: str) -> None:
    with pytest.raises(AssertionError):
        assert_balanced(latex)
