"""The sandboxes attacks are tried on, what they might find, and that honest work is graded after each."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.grading.sandbox.attacks.attacking import SECRET, Hosts
from upslope.grading.lab import Lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.notebooks.notebook import solve_notebook
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.launch import GRADING, SESSIONS, Profile
from upslope.grading.sandbox.zygote import Zygote

KINDS = {"tier A": GRADING, "tier A, lab pages": SESSIONS, "tier B": GRADING, "tier B, lab pages": SESSIONS}


@pytest.fixture(scope="session")
def honest(lab: Lab) -> str:
    return json.dumps(solve_notebook(lab))


@pytest.fixture
def strong(sandbox: Sandbox) -> Sandbox:
    """The usual sandbox, if it is strong enough for strangers: no attack runs on this machine otherwise."""
    if not sandbox.tier.for_others:
        pytest.skip(sandbox.tier.remedy)
    return sandbox


@pytest.fixture(autouse=True)
def _honest_work_is_graded_right_after(strong: Sandbox, lab: Lab, honest: str) -> Iterator[None]:
    yield
    result = grade_notebook(honest, lab, strong)
    assert (result.score, result.error) == (result.max_score, None)


def _started(kind: str, profile: Profile) -> Sandbox:
    with pytest.MonkeyPatch.context() as patch:
        if "B" in kind:
            patch.setattr("shutil.which", lambda _: None)
        sandbox = Sandbox(profile)
        tier = sandbox.tier
    if tier.name not in kind:
        sandbox.close()
        pytest.skip(f"this machine has no {kind}: {tier.remedy}")
    return sandbox


@pytest.fixture(scope="session", params=KINDS)
def every_sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    if "B" in request.param and (sys.platform != "linux" or os.getuid()):
        pytest.skip("needs root to become somebody else")
    sandbox = _started(request.param, KINDS[request.param])
    yield sandbox
    sandbox.close()


@pytest.fixture
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosts]:
    folder = tmp_path_factory.mktemp("planted")
    for above in (folder, *folder.parents[:2]):
        above.chmod(0o755)
    folder.chmod(0o777)
    secret = folder / "secret.txt"
    secret.write_text(SECRET)
    secret.chmod(0o644)
    before = sorted(folder.iterdir())
    yield Hosts(str(secret), str(folder))
    assert sorted(folder.iterdir()) == before
    assert secret.read_text() == SECRET


@pytest.fixture
def zygote_of_its_own() -> Iterator[tuple[Sandbox, Zygote]]:
    with Sandbox() as sandbox:
        zygote = sandbox._source
        assert isinstance(zygote, Zygote)
        yield sandbox, zygote


@pytest.fixture(scope="session")
def checks_path(lab: Lab) -> Path:
    return lab.path / "checks.py"
