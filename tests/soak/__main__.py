"""``make soak``: kill the server 50 times while a quiz is answered, and say what came of it."""

import secrets
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.conftest import Server
from tests.soak.killing import Outcome, answer_under_fire

LONGEST_TYPING_LOST = 2.0  # seconds


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}", flush=True)
    with TemporaryDirectory(prefix="upslope-soak-") as folder:
        server = Server(Path(folder) / "data")
        server.start()
        outcome = answer_under_fire(server, Path(folder), chosen.kills, chosen.seed)
        server.stop()
    print(outcome)
    return 0 if holds(outcome) else 1


def holds(outcome: Outcome) -> bool:
    troubles = (*outcome.lost, *outcome.doubled, *outcome.altered)
    is_kept = not troubles and outcome.submissions == outcome.attempts and outcome.conflicts == 0
    return is_kept and max(outcome.typing_lost) <= LONGEST_TYPING_LOST


if __name__ == "__main__":
    sys.exit(main())
