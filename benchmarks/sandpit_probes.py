"""How long a stick of the sandpit game takes to answer: through HTTP, with a learner signed in to a server.

Run: ``python benchmarks/sandpit_probes.py``
"""

import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from statistics import median, quantiles
from urllib.parse import urlencode, urlparse

BAR = 50  # milliseconds, for a stick
GAMES = {
    "sandpit": ["depth-and-arrow", "random-pit"],
    "sandpit-part-2": ["many-minima", "rocks", "narrow-well"],
}
ROUNDS = 6


class Visitor:
    """A browser as far as this needs one: a connection and its cookies."""

    def __init__(self, entrance: str) -> None:
        address = urlparse(entrance)
        self.origin = f"{address.scheme}://{address.netloc}"
        self.line = http.client.HTTPConnection(address.netloc)
        self.cookies: dict[str, str] = {}
        self.ask("GET", address.path)

    def ask(self, method: str, path: str, **fields: object) -> tuple[bytes, float]:
        """Return the answer, and how many milliseconds it took."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            token = next(value for name, value in self.cookies.items() if "csrf" in name)
            headers |= {"X-CSRFToken": token, "Origin": self.origin}
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        begun = time.perf_counter()
        self.line.request(method, path, urlencode(fields), headers)
        answer = self.line.getresponse()
        body = answer.read()
        took = 1000 * (time.perf_counter() - begun)
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {body[:200]!r}")
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return body, took


def serve(folder: str) -> tuple[subprocess.Popen[str], str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "upslope.cli", "run", "--no-browser", "--data", folder, "--port", port]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert server.stdout is not None
    for line in server.stdout:
        if found := re.search(r"http://\S+/enter/\S+", line):
            return server, found.group()
    sys.exit("upslope run ended before it gave its address.")


def play(visitor: Visitor, item: str, mode: str, dice: random.Random) -> dict[str, list[float]]:
    """Play one game with sticks at random; return the milliseconds of each request by what it was for."""
    body, took = visitor.ask("POST", f"/sandpit/multivariate-calculus/{item}/games/", mode=mode)
    times: dict[str, list[float]] = {"a new pit": [took], "a stick": [], "the end": []}
    game = json.loads(body)
    while not game["is_over"]:
        place = {"x": round(dice.uniform(0, 6), 3), "y": round(dice.uniform(0, 6), 3)}
        body, took = visitor.ask("POST", game["addresses"]["probe"], number=len(game["probes"]) + 1, **place)
        times["a stick"].append(took)
        game = json.loads(body)
    times["the end"].append(visitor.ask("GET", game["addresses"]["reveal"])[1])
    return times


def main() -> None:
    print(f"load average {os.getloadavg()[0]:.1f}")
    dice, times = random.Random(1), dict[str, list[float]]()
    with tempfile.TemporaryDirectory() as folder:
        server, entrance = serve(folder)
        try:
            visitor = Visitor(entrance)
            for item in GAMES:
                visitor.ask("GET", f"/learn/multivariate-calculus/{item}/")
            for _ in range(ROUNDS):
                for item, modes in GAMES.items():
                    for mode in modes:
                        for what, took in play(visitor, item, mode, dice).items():
                            times.setdefault(what, []).extend(took)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()
    for what, took in times.items():
        bar = f" (bar {BAR})" if what == "a stick" else ""
        print(
            f"{what:9}: median {median(took):5.1f} ms, 95 % within {quantiles(took, n=20)[-1]:5.1f} ms{bar}, "
            f"longest {max(took):5.1f} ms of {len(took)}"
        )


if __name__ == "__main__":
    main()
