from hypothesis import given
from hypothesis import strategies as st

from upslope.web.credentials.numbers import ALPHABET, new_number, read_number

PLACES = [place for place in range(19) if place not in (4, 9, 14)]


def test_a_number_reads_as_it_is_however_it_is_typed() -> None:
    number = new_number()
    assert read_number(number) == number
    assert read_number(f" {number.replace('-', '').lower()} ") == number


def test_every_change_of_one_character_is_seen() -> None:
    number = new_number()
    changed = [
        number[:place] + letter + number[place + 1 :]
        for place in PLACES
        for letter in ALPHABET
        if letter != number[place]
    ]
    assert len(changed) == 16 * 30
    assert not [one for one in changed if read_number(one)]


def test_two_neighbours_exchanged_are_seen() -> None:
    plain = new_number().replace("-", "")
    for place in range(15):
        swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
        assert swapped == plain or read_number(swapped) is None


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    found = read_number(typed)
    assert found is None or read_number(found) == found


def test_numbers_are_not_repeated() -> None:
    assert len({new_number() for _ in range(1000)}) == 1000
