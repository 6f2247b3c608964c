"""The size budget: small files and functions are the habit, large ones the exception, giants never."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def python_files() -> list[Path]:
    found = [p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts and p.read_text().strip()]
    return [p for p in found if p.name != "__init__.py" or lines(p) > 20]


def functions() -> Iterator[tuple[str, int]]:
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", length


def element_scripts() -> list[Path]:
    return [p for p in (ROOT / "frontend").rglob("*.ts") if not p.name.endswith(".test.ts")]


def question_scripts() -> list[Path]:
    return list((ROOT / "courses").rglob("question.py"))


def sizes_of(kind: str) -> dict[str, int]:
    if kind == "function":
        return dict(functions())
    files = {"Python file": python_files, "element script": element_scripts, "question.py": question_scripts}
    return {str(path.relative_to(ROOT)): lines(path) for path in files[kind]()}


BUDGET = [
    ("Python file", 100, 250, 400),
    ("function", 8, 30, 60),
    ("element script", 60, 150, 250),
    ("question.py", 55, 90, 120),
]


@pytest.mark.parametrize(("kind", "middle", "most", "never"), BUDGET, ids=[row[0] for row in BUDGET])
def test_sizes_stay_within_the_budget(kind: str, middle: int, most: int, never: int) -> None:
    sizes = sizes_of(kind)
    giants = {name: size for name, size in sizes.items() if size > never}
    assert not giants, f"over {never} lines: {giants}; split by what each piece does"
    largest = sorted(sizes.items(), key=lambda item: -item[1])[:8]
    assert median(sizes.values()) <= middle, f"the median {kind} has grown; largest: {largest}"
    ninetieth = quantiles(sizes.values(), n=10)[-1]
    assert ninetieth <= most, f"90 % of each {kind} should stay under {most} lines; largest: {largest}"
