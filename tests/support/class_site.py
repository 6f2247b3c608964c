"""``upslope serve`` and ``upslope worker`` as the real processes they are, and browsers in front of them."""

import hashlib
import hmac
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.serializers import JSONSerializer
from django.core import signing

from tests.support.postgres import rows

TIMEOUT = 90  # seconds; only a machine that is busy with other things comes near
EMPTY = {"boolean": False, "timestamp with time zone": datetime.now(UTC), "integer": 0, "smallint": 0}
BACKEND = "django.contrib.auth.backends.ModelBackend"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Process:
    """A command of ours; its first line tells that it is ready."""

    def __init__(self, words: list[str], log: Path) -> None:
        self.log = log
        environment = {**os.environ, "PYTHONFAULTHANDLER": "1"}
        with log.open("a") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "upslope.cli", *words],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
                env=environment,
            )
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        if not first:
            pytest.fail(f"upslope {words[0]} did not start:\n{log.read_text()}")
        self.start_line: dict[str, Any] = json.loads(first)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and wait for the end."""
        self.process.send_signal(how)
        with self.process:
            return self.process.wait(TIMEOUT)

    def kill_all(self) -> None:
        """End every process of it without a chance to save anything."""
        os.killpg(self.process.pid, signal.SIGKILL)
        with self.process:
            self.process.wait(TIMEOUT)

    def log_lines(self) -> list[dict[str, Any]]:
        """Return what was logged so far; every line must be JSON."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]


@dataclass
class ClassSite:
    """A site for a class on a PostgreSQL database. ``start`` may be called again after an end."""

    database: str
    data: Path
    workers: int = 2
    jobs: int = 1
    port: int = field(default_factory=free_port)
    server: Process | None = None
    started: list[Process] = field(default_factory=list)

    def start(self) -> Process:
        words = ["serve", "--database", self.database, "--data", str(self.data)]
        words += ["--base-url", f"http://127.0.0.1:{self.port}", "--listen", f"127.0.0.1:{self.port}"]
        words += ["--workers", str(self.workers), "--jobs", str(self.jobs)]
        self.server = Process(words, self.data.parent / "serve.log")
        self.started.append(self.server)
        self._wait_until_it_listens()
        return self.server

    def worker(self, threads: int = 1) -> Process:
        """Start a worker as on another machine: all it has is the database's address."""
        data = self.data.parent / f"worker-{uuid.uuid4().hex[:6]}"
        words = ["worker", "--database", self.database, "--data", str(data), "--threads", str(threads)]
        self.started.append(Process(words, data.with_suffix(".log")))
        return self.started[-1]

    def end(self) -> None:
        """Kill whatever a test has left running."""
        for one in self.started:
            if one.process.poll() is None:
                one.kill_all()

    def sign_in(self, name: str) -> "Browser":
        """Return the browser of somebody who has an account, made if there is none."""
        needed = rows(
            self.database,
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'accounts_user'"
            " AND is_nullable = 'NO' AND is_identity = 'NO' AND column_default IS NULL",
        )
        row = {column: EMPTY.get(kind, "") for column, kind in needed}
        row |= {"username": name, "password": "!", "email": f"{name}@example.org", "is_active": True}
        columns, marks = ", ".join(row), ", ".join(["%s"] * len(row))
        (pk,) = rows(
            self.database,
            f"INSERT INTO accounts_user ({columns}) VALUES ({marks})"
            " ON CONFLICT (username) DO UPDATE SET is_active = true RETURNING id",
            list(row.values()),
        )[0]
        return Browser(self.port, f"{self._cookie_name()}={self._session(pk)}", pk)

    def _session(self, pk: int) -> str:
        """Write a session as Django would, and return its key."""
        secret = (self.data / "secret-key").read_text().strip()
        salt = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"
        derived = hashlib.sha256((salt + secret).encode()).digest()
        session = {
            "_auth_user_id": str(pk),
            "_auth_user_backend": BACKEND,
            "_auth_user_hash": hmac.new(derived, b"!", hashlib.sha256).hexdigest(),
        }
        text = signing.dumps(
            session,
            key=secret,
            salt="django.contrib.sessions.SessionStore",
            serializer=JSONSerializer,
            compress=True,
        )
        key = uuid.uuid4().hex
        rows(
            self.database,
            "INSERT INTO django_session VALUES (%s, %s, now() + interval '1 day')",
            [key, text],
        )
        return key

    def _cookie_name(self) -> str:
        mark = hashlib.sha256(f"http://127.0.0.1:{self.port}".encode()).hexdigest()[:8]
        return f"upslope-session-{mark}"

    def _wait_until_it_listens(self) -> None:
        deadline = time.monotonic() + TIMEOUT
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                assert time.monotonic() < deadline, "the site does not listen"
                time.sleep(0.05)


@dataclass
class Browser:
    """Sends what a page's script sends. Each request is a connection of its own: any process may get it."""

    port: int
    cookie: str
    user: int
    token: str = ""

    def get(self, path: str) -> tuple[int, dict[str, str], str]:
        status, headers, text = self._send("GET", path, None, {})
        for morsel in SimpleCookie(headers.get("Set-Cookie", "")).values():
            if "csrf" in morsel.key:
                self.cookie = f"{self.cookie.split('; ')[0]}; {morsel.key}={morsel.value}"
        if found := re.search(r'"X-CSRFToken": "(\w+)"', text):
            self.token = found[1]
        return status, headers, text

    def post(
        self, path: str, form: dict[str, str], accept: str = "text/html"
    ) -> tuple[int, dict[str, str], str]:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": self.token}
        headers |= {"Accept": accept, "Origin": f"http://127.0.0.1:{self.port}"}
        if accept == "text/html":
            headers["HX-Request"] = "true"
        return self._send("POST", path, urlencode(form), headers)

    def _send(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            connection.request(method, path, body, {**headers, "Cookie": self.cookie})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()
        finally:
            connection.close()
