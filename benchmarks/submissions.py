"""Hands in notebooks through HTTP to a real server and waits for each verdict, as pages do.

Promised on two cores: at least 50 submissions a second, and a median of 50 ms from handing in to the verdict,
which is then in the database. The client takes its share of the same two cores.
"""

import http.client
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import uuid
from pathlib import Path
from typing import Any

from upslope.course import default_course_path
from upslope.grading.lab import load_lab
from upslope.grading.notebooks.notebook import solve_notebook

LAB = "regression/fitting-heights"
PEOPLE = (1, 2, 3)
SECONDS = 6.0
LEAST_PER_SECOND, MOST_MS = 50.0, 50.0


class Browser:
    """One connection of a learner who is signed in: one is let in by the key, others share its cookies."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self.cookies = cookies

    def get(self, path: str) -> str:
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> str:
        token = next(value for name, value in self.cookies.items() if "csrf" in name)
        return self._ask("POST", path, urllib.parse.urlencode({"csrfmiddlewaretoken": token, **fields}))

    def _ask(self, method: str, path: str, body: str | None) -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        headers |= {"HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded"}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, rest = value.partition("=")
                self.cookies[cookie] = rest.split(";")[0]
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status}")
        return text


def hand_in(browser: Browser, fields: dict[str, str]) -> float:
    """Hand in and ask until there is a verdict; return the milliseconds that took."""
    began = time.perf_counter()
    text = browser.post(f"/labs/{LAB}/submit/", fields | {"submission": str(uuid.uuid4())})
    while 'data-state="done"' not in text:
        address = re.search(r'hx-get="([^"]+)"', text)
        if address is None:
            sys.exit(f"There was no verdict: {text[:300]}")
        text = browser.get(address[1])
    if "Everything passes" not in text:
        sys.exit("A right notebook was marked wrong.")
    return 1000 * (time.perf_counter() - began)


def crowd(
    port: int, cookies: dict[str, str], fields: dict[str, str], people: int
) -> tuple[float, list[float]]:
    """Have several people hand in one after the other for a while; return the rate and all times."""
    spent: list[float] = []
    end = time.perf_counter() + SECONDS

    def work() -> None:
        browser = Browser(port, dict(cookies))
        while time.perf_counter() < end:
            spent.append(hand_in(browser, fields))

    threads = [threading.Thread(target=work) for _ in range(people)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(spent) / (time.perf_counter() - began), spent


def solved_fields() -> dict[str, str]:
    notebook = solve_notebook(load_lab(default_course_path() / LAB))
    code: list[dict[str, Any]] = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return {"revision": "1"} | {f"cell-{cell['id']}": cell["source"] for cell in code}


def start(data: Path) -> tuple[subprocess.Popen[str], urllib.parse.ParseResult]:
    command = [sys.executable, "-m", "upslope.cli", "run", "--no-browser", "--data", str(data)]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        command += ["--port", str(probe.getsockname()[1])]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    for line in server.stdout or ():
        if found := re.search(r"http://\S+/enter/\S+", line):
            return server, urllib.parse.urlparse(found.group())
    sys.exit("The server did not start.")


def main() -> None:
    print(f"load average {os.getloadavg()[0]:.1f}")
    fields = solved_fields()
    with tempfile.TemporaryDirectory() as folder:
        server, entrance = start(Path(folder) / "data")
        try:
            browser = Browser(entrance.port or 0, {})
            browser.get(entrance.path)
            browser.get(f"/learn/{LAB}/")
            hand_in(browser, fields)  # the sandbox starts with the first
            found = {people: crowd(entrance.port or 0, browser.cookies, fields, people) for people in PEOPLE}
        finally:
            server.terminate()
            server.wait(20)
    for people, (rate, spent) in found.items():
        ninetieth = statistics.quantiles(spent, n=10)[-1]
        print(
            f"{people} at a time: {rate:6.1f} /s   median {statistics.median(spent):6.1f} ms   "
            f"nine of ten within {ninetieth:6.1f} ms"
        )
    best, calm = max(
        (rate, middle)
        for rate, middle in ((rate, statistics.median(spent)) for rate, spent in found.values())
        if middle <= MOST_MS
    )
    kept = best >= LEAST_PER_SECOND
    print(f"{best:.0f} submissions a second, median {calm:.0f} ms: promise {'kept' if kept else 'NOT kept'}")
    sys.exit(not kept)


if __name__ == "__main__":
    main()
