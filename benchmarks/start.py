"""Measures seconds until `upslope run` answers, with an empty data folder and again, and its idle memory.

Memory is the proportional share (PSS) of the whole process tree, so that pages shared by forks count once;
where the system does not tell it, it is left out. The second start is what a learner waits for every day.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as line:
        line.sendall(f"GET / HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        return line.recv(16).startswith(b"HTTP/")
    return False


def tree(process: int) -> list[int]:
    children: list[int] = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            children += map(int, path.read_text().split())
    return [process, *(below for child in children for below in tree(child))]


def memory_mib(process: int) -> float | None:
    total = 0
    for one in tree(process):
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            return None
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def start(folder: str) -> tuple[float, float | None]:
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "upslope.cli",
        "run",
        "--no-browser",
        "--port",
        str(port),
        "--data",
        folder,
    ]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            while not answers(port):
                if server.poll() is not None:
                    sys.exit("upslope run ended before it answered.")
                time.sleep(0.02)
            seconds = time.perf_counter() - started
            time.sleep(2)  # what starts in the background has started
            return seconds, memory_mib(server.pid)
        finally:
            server.send_signal(signal.SIGINT)


def main() -> None:
    print(f"load average {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("first start", "second start", "third start"):
            seconds, memory = start(folder)
            shown = "not told here" if memory is None else f"{memory:.0f} MiB"
            print(f"{name:14} {seconds:6.2f} s   idle memory {shown}")


if __name__ == "__main__":
    main()
