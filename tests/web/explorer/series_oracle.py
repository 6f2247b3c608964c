"""Functions with their Taylor coefficients from mpmath, which differentiates numerically with many digits."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import mpmath as mp

from upslope.maths import parse_scalar, to_json

CASES_FILE = Path(__file__).resolve().parents[3] / "frontend/elements/taylor-explorer/series-cases.json"
HIGHEST = 12

CASES: list[tuple[str, str, Callable[[Any], Any]]] = [
    ("e^x", "0", mp.exp),
    ("sin(x)cos(2x)", "0.5", lambda x: mp.sin(x) * mp.cos(2 * x)),
    ("1/(1 + x^2)", "1", lambda x: 1 / (1 + x**2)),
    ("ln(1 + x)", "0.25", lambda x: mp.log(1 + x)),
    ("sqrt(x)", "2", mp.sqrt),
    ("tan(x)", "0.35", mp.tan),
    ("x^2 sin(1/x)", "0.75", lambda x: x**2 * mp.sin(1 / x)),
    ("e^(sin(x))", "-1", lambda x: mp.exp(mp.sin(x))),
    ("x^x", "1.5", lambda x: x**x),
    ("(2 + x)^(-3/2)", "-0.5", lambda x: (2 + x) ** mp.mpf(-1.5)),
    ("asin(x) + acos(x/2)", "0.25", lambda x: mp.asin(x) + mp.acos(x / 2)),
    ("atan(x) atanh(x)", "-0.25", lambda x: mp.atan(x) * mp.atanh(x)),
    ("asinh(x) - acosh(3 + x)", "0.5", lambda x: mp.asinh(x) - mp.acosh(3 + x)),
    ("tanh(x) + cosh(x) - sinh(x)", "0.5", lambda x: mp.tanh(x) + mp.cosh(x) - mp.sinh(x)),
    ("abs(x)^3 log10(x^2 + 1)", "-2", lambda x: abs(x) ** 3 * mp.log10(x**2 + 1)),
    ("pi^x / e", "0", lambda x: mp.pi**x / mp.e),
]


def coefficients(f: Callable[[Any], Any], at: str, highest: int = HIGHEST) -> list[float]:
    """Return those of the powers of (x − at), the lowest first."""
    with mp.workdps(60):
        return [float(value) for value in mp.taylor(f, mp.mpf(at), highest)]


def cases() -> list[dict[str, Any]]:
    """Return what the browser's tests are held to."""
    return [
        {"f": text, "tree": to_json(parse_scalar(text)), "at": float(at), "coefficients": coefficients(f, at)}
        for text, at, f in CASES
    ]
