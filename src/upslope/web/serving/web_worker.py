"""A web worker that leaves to its sisters what it has no thread for."""

from gunicorn.workers.gthread import ThreadWorker


class FairWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn comes without types
    """Gunicorn's worker with threads, which takes a connection only while one of them is free.

    Gunicorn's own takes up to a thousand and has them wait inside: of two workers the one that woke first
    answered nearly all of a class that came at once, and the other nearly none.
    """

    @property
    def worker_connections(self) -> int:
        """How many connections it may hold: those that are open but silent, and one for each thread."""
        silent = len(self.keepalived_conns) + len(self.pending_conns)
        return min(int(self.cfg.worker_connections), int(self.cfg.threads) + silent)

    @worker_connections.setter
    def worker_connections(self, _most: int) -> None:
        """Gunicorn sets its own number once; ours changes with what happens."""
