"""One thing at a time for each learner; of those that wait only the newest."""

from threading import Event, Thread

from hypothesis import given
from hypothesis import strategies as st

from upslope.web.turn_taking import Turns


def waiting(turns: Turns, key: str, told: list[tuple[str, bool]], name: str) -> Thread:
    """Have somebody wait for a turn in a thread of their own; return when they wait (or were let in)."""
    before = turns._lines[key].came

    def take() -> None:
        with turns.turn(key) as is_mine:
            told.append((name, is_mine))

    thread = Thread(target=take)
    thread.start()
    while turns._lines[key].came == before:
        pass
    return thread


def test_of_those_that_wait_only_the_newest_gets_a_turn() -> None:
    turns, told = Turns(), list[tuple[str, bool]]()
    with turns.turn("alice") as is_first:
        crowd = [waiting(turns, "alice", told, name) for name in "abc"]
        for overtaken in crowd[:2]:
            overtaken.join()
        assert sorted(told) == [("a", False), ("b", False)]
    crowd[2].join()
    assert is_first
    assert told[2] == ("c", True)


def test_two_learners_do_not_wait_for_each_other() -> None:
    turns = Turns()
    with turns.turn("alice") as hers, turns.turn("bob") as his:
        assert (hers, his) == (True, True)


def test_a_turn_that_fails_lets_the_next_one_in() -> None:
    turns = Turns()
    try:
        with turns.turn("alice"):
            raise ValueError
    except ValueError:
        pass
    with turns.turn("alice") as is_mine:
        assert is_mine


@given(st.integers(1, 6))
def test_nobody_is_remembered_when_all_have_left_and_never_are_two_at_it(people: int) -> None:
    turns, at_it, most, start = Turns(), [0], [0], Event()

    def take() -> None:
        start.wait()
        with turns.turn("alice") as is_mine:
            at_it[0] += is_mine
            most[0] = max(most[0], at_it[0])
            at_it[0] -= is_mine

    threads = [Thread(target=take) for _ in range(people)]
    for thread in threads:
        thread.start()
    start.set()
    for thread in threads:
        thread.join()
    assert most[0] == 1
    assert turns._lines == {}
