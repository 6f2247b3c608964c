"""Locks that processes of one machine share through a file. The system lets go when a process ends."""

import sys
import time
from typing import IO, Any

if sys.platform == "win32":
    import msvcrt

    FAR_OUT = 2**30  # Windows lets nobody read a byte that is locked; the file's text must stay readable

    def try_lock(file: IO[Any]) -> bool:
        """Lock the open file if nobody else has; return whether it is ours now."""
        place = file.tell()
        file.seek(FAR_OUT)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(place)
        return True

    def lock(file: IO[Any]) -> None:
        """Wait until nobody else has the open file locked, and lock it."""
        while not try_lock(file):
            time.sleep(0.1)

else:
    import fcntl

    def try_lock(file: IO[Any]) -> bool:
        """Lock the open file if nobody else has; return whether it is ours now."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def lock(file: IO[Any]) -> None:
        """Wait until nobody else has the open file locked, and lock it."""
        fcntl.flock(file, fcntl.LOCK_EX)
