"""``make soak``: kill servers while a quiz is answered and a class hands in, and say what came of it."""

import os
import secrets
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.conftest import Server
from tests.soak.class_under_fire import hand_in_under_fire
from tests.soak.killing import Outcome, answer_under_fire
from tests.support.postgres import Cluster

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upslope.web.settings")

LONGEST_TYPING_LOST = 2.0  # seconds


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=50, help="of the server of one learner, on SQLite")
    parser.add_argument("--class-kills", type=int, default=200, help="of web and workers, on PostgreSQL")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}", flush=True)
    alone = alone_holds(chosen.kills, chosen.seed)
    return 0 if class_holds(chosen.class_kills, chosen.seed) and alone else 1


def alone_holds(kills: int, seed: int) -> bool:
    if not kills:
        return True
    with TemporaryDirectory(prefix="upslope-soak-") as folder:
        server = Server(Path(folder) / "data")
        server.start()
        outcome = answer_under_fire(server, Path(folder), kills, seed)
        server.stop()
    print(outcome, flush=True)
    return holds(outcome)


def holds(outcome: Outcome) -> bool:
    troubles = (*outcome.lost, *outcome.doubled, *outcome.altered)
    is_kept = not troubles and outcome.submissions == outcome.attempts and outcome.conflicts == 0
    return is_kept and max(outcome.typing_lost) <= LONGEST_TYPING_LOST


def class_holds(kills: int, seed: int) -> bool:
    if not kills:
        return True
    with TemporaryDirectory(prefix="upslope-soak-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)  # started by root, the database is another user
        (folder / "postgres").mkdir()
        cluster = Cluster(folder / "postgres")
        outcome = hand_in_under_fire(cluster.migrated_database(), folder, kills, seed)
        cluster.stop()
    print(outcome, flush=True)
    return outcome.holds


if __name__ == "__main__":
    sys.exit(main())
