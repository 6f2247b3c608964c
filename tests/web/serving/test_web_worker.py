"""Which connections a web worker takes, and which it leaves to the others."""

import os
import socket
from collections.abc import Iterator

import pytest
from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.workers.gthread import TConn

from upslope.web.serving.web_worker import FairWorker

THREADS = 3


@pytest.fixture
def worker() -> Iterator[FairWorker]:
    config = Config()
    config.set("threads", THREADS)
    worker = FairWorker(0, os.getppid(), [], None, 30, config, Logger(config))
    yield worker
    worker.tmp.close()


@pytest.fixture
def connection() -> Iterator[TConn]:
    here, there = socket.socketpair()
    with here, there:
        yield TConn(Config(), here, "", "")


def takes_another(worker: FairWorker) -> bool:
    """What gunicorn asks before it looks at the door again."""
    return bool(worker.nr_conns < worker.worker_connections)


def test_it_takes_one_for_each_thread_and_no_more(worker: FairWorker) -> None:
    worker.nr_conns = THREADS - 1
    assert takes_another(worker)
    worker.nr_conns = THREADS
    assert not takes_another(worker)


@pytest.mark.parametrize("kind", ["keepalived_conns", "pending_conns"])
def test_a_connection_that_is_silent_takes_no_thread(
    worker: FairWorker, kind: str, connection: TConn
) -> None:
    worker.nr_conns = THREADS
    getattr(worker, kind).append(connection)
    assert takes_another(worker)


def test_it_holds_no_more_than_gunicorn_may(worker: FairWorker, connection: TConn) -> None:
    most = int(worker.cfg.worker_connections)
    worker.keepalived_conns.extend([connection] * most)
    worker.nr_conns = most
    assert not takes_another(worker)
