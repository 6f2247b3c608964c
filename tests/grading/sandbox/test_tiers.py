"""A tier is what was measured; below B no code of strangers is run, and the sentence says what to do."""

import os
from dataclasses import replace

import pytest

from upslope.grading.errors import SandboxFailed
from upslope.grading.sandbox.launch import GRADING
from upslope.grading.sandbox.sandbox import Sandbox, require_for_others
from upslope.grading.sandbox.self_test import ATTEMPTS
from upslope.grading.sandbox.tiers import A, Measures, measures_of, tier_of

ALL = Measures(
    bubblewrap=True, landlock=True, seccomp=True, own_processes=True, own_user=True, has_bubblewrap=True
)
BARE = replace(ALL, bubblewrap=False)


def test_everything_in_place_and_withstood_is_tier_a() -> None:
    assert tier_of(ALL, []) == A
    assert A.remedy == ""


@pytest.mark.parametrize(
    "measures",
    [BARE, replace(BARE, own_processes=False), replace(ALL, own_processes=False, own_user=False)],
)
def test_both_filters_and_another_user_or_bubblewrap_are_tier_b(measures: Measures) -> None:
    tier = tier_of(measures, [])
    assert (tier.name, tier.for_others) == ("B", True)
    assert tier.remedy


@pytest.mark.parametrize(
    ("measures", "said"),
    [
        (replace(ALL, landlock=False), "Landlock switched on"),
        (replace(ALL, seccomp=False), "seccomp"),
        (replace(BARE, own_user=False, has_bubblewrap=False), "Install bubblewrap"),
        (replace(BARE, own_user=False), "Allow user namespaces"),
        (Measures(linux=False), "from Linux"),
        (Measures(), "Install bubblewrap"),
    ],
)
def test_with_less_only_own_code_is_run_and_what_to_do_is_said(measures: Measures, said: str) -> None:
    tier = tier_of(measures, [])
    assert (tier.name, tier.for_others) == ("own code only", False)
    assert said in tier.remedy


def test_what_was_not_prevented_counts_more_than_what_was_promised() -> None:
    tier = tier_of(ALL, ["sending signals"])
    assert not tier.for_others
    assert "sending signals" in tier.remedy


def test_an_empty_report_promises_nothing() -> None:
    assert not tier_of(measures_of({}, bubblewrap=True, own_user=True), []).for_others


def test_a_python_that_others_cannot_read_is_mentioned() -> None:
    assert "not below /root" in tier_of(replace(BARE, imports=False), []).remedy


def test_every_attempt_of_the_self_test_succeeds_where_nothing_prevents_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An attempt that fails everywhere would measure nothing."""
    monkeypatch.setattr("sys.platform", "darwin")  # as there: an interpreter of its own, shut in by nothing
    spared = ["program", "process", "server", "file", "course", "memory", *(["root"] if os.getuid() else [])]
    harmless = {one.name: one.source for one in ATTEMPTS if not any(word in one.name for word in spared)}
    assert len(harmless) > 6
    with Sandbox(replace(GRADING, limits={})) as sandbox, sandbox.open_child() as child:
        loaded = child.load(list(harmless.items()), [], seconds=20)
    assert getattr(loaded, "errors", None) == ()


def test_code_of_others_is_refused_where_it_cannot_be_shut_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with Sandbox() as sandbox:
        assert sandbox.standing.tried == ()
        with pytest.raises(SandboxFailed, match="Serve other people from Linux"):
            require_for_others(sandbox)


def test_code_of_others_is_welcome_where_it_can_be(sandbox: Sandbox) -> None:
    if not sandbox.tier.for_others:
        pytest.skip(sandbox.tier.remedy)
    require_for_others(sandbox)
    assert all(one.held for one in sandbox.standing.tried)
    assert len(sandbox.standing.tried) > len(ATTEMPTS)
