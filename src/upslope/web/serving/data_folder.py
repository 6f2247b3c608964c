"""The folder that holds one learner's database and secret key."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from upslope.web.serving.file_locks import try_lock


class CannotServe(Exception):
    """The course cannot be started; the text is a sentence for the person at the terminal."""


def usual_data_folder() -> Path:
    """Return where this system keeps a person's data."""
    return user_data_path("upslope", appauthor=False)


def prepare_data_folder(chosen: Path) -> Path:
    """Return the folder, made readable by its owner alone, with a secret key in it.

    Raises:
        CannotServe: the folder cannot be made or written to.
    """
    folder = chosen.expanduser().absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_secret_key(folder / "secret-key")
    except OSError as error:
        raise CannotServe(
            f"Your work would be kept in {folder}, but that folder cannot be written to ({error.strerror}). "
            "Choose another one with --data."
        ) from error
    return folder


@contextmanager
def claimed(folder: Path) -> Iterator[bool]:
    """Yield whether this process is now the only one that serves the folder; False if another one is.

    The system lets go of the claim when a process ends, however it ends.
    """
    with (folder / "running").open("a+") as file:
        yield try_lock(file)


def note_port(folder: Path, port: int) -> None:
    """Leave a note, beside the claim, of where the folder is being served."""
    (folder / "running").write_text(str(port))


def noted_port(folder: Path) -> int | None:
    """Return where the folder is being served, as far as its server has got to saying so."""
    note = (folder / "running").read_text().strip()
    return int(note) if note.isdigit() else None


def _make_secret_key(file: Path) -> None:
    """Write the key in one go under its name, so that no reader ever finds half of it."""
    if file.exists():
        return
    draft = file.with_suffix(f".{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(50))
    draft.rename(file)
