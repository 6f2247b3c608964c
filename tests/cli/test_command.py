import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from upslope.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert all(f"  {name} " in said for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_takes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])

    assert ended.value.code == 0
    assert f"usage: upslope {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["climb"], ["outline", "--colour"], ["run", "--port", "high"], ["grade", "x"]]
)
def test_what_is_not_understood_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert "usage: upslope" in capsys.readouterr().err


def test_help_imports_no_floor_below() -> None:
    script = "import sys, upslope.cli; sys.exit(bool({'django', 'numpy', 'sympy'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert main(["version"]) == 0
    assert capsys.readouterr().out == f"upslope {project['version']}\n"
