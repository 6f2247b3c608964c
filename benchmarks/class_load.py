"""A class at work: `upslope serve` on a PostgreSQL of its own, and learners who read, type and answer.

1. 200 learners active at once, each doing something every few seconds: the 95th percentile of all answers.
2. 250 learners who open a quiz of 16 questions within the same second: until the last one has it. The server
   has been up for some minutes by then and has made variants ahead.
3. The same pages with the records of very many learners in the database, as a ratio (``--records N``).

Client and server share the machine, so the figures are worse than those of a server alone.
"""

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import threading
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from upslope.course import default_course_path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upslope.web.settings")

from tests.support.class_site import Browser, ClassSite  # only now is it found
from tests.support.postgres import Cluster, rows

ACTIVE, THINKING = 200, (3.0, 9.0)
WARMING, SECONDS = 20.0, 45.0  # first everybody comes and gets their variants; then it is measured
CROWD = 250
QUIZ = "/learn/what-is-calculus/practising-the-product-rule/"
LONG_QUIZ = "what-is-calculus/unleashing-the-toolbox"
LONG = 16  # questions
PAGES = (
    "/learn/what-is-calculus/rise-over-run/",
    "/learn/multivariate-calculus/the-jacobian/",
    QUIZ,
    "/progress/",
    "/glossary/",
    "/search/?q=slope",
)


@dataclass
class Times:
    """Seconds by kind of request; many threads add to it."""

    all: dict[str, list[float]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    since: float = 0.0
    guard: threading.Lock = field(default_factory=threading.Lock)

    def take(self, kind: str, status: int, begun: float) -> None:
        if begun < self.since:
            return
        with self.guard:
            self.all.setdefault(kind, []).append(time.perf_counter() - begun)
            if status >= 400:
                self.failed.append(f"{kind}: {status}")


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(int(share * len(times)), len(times) - 1)]


def learn(browser: Browser, times: Times, until: float, seed: int) -> None:
    """Read and type until the time is over, with pauses in which a person would think."""
    rng = random.Random(seed)
    time.sleep(rng.uniform(0, THINKING[1]))
    sitting = ""
    while time.perf_counter() < until:
        begun = time.perf_counter()
        if sitting and rng.random() < 0.5:
            form = {
                "answer.slope": f"{rng.randint(1, 99)}x",
                "revision": "0",
                "writer": str(seed),
                "serial": "1",
            }
            status, _, _ = browser.post(f"/practice/{sitting}/draft/", form)
            times.take("draft", status, begun)
        else:
            page = rng.choice(PAGES)
            status, _, text = browser.get(page)
            times.take(page, status, begun)
            if "/draft/" in text:
                sitting = text.partition('draft-url="/practice/')[2].partition("/")[0]
        time.sleep(rng.uniform(*THINKING))


def active_learners(browsers: list[Browser]) -> None:
    times = Times()
    times.since = time.perf_counter() + WARMING
    until = times.since + SECONDS
    threads = [
        threading.Thread(target=learn, args=(browser, times, until, seed))
        for seed, browser in enumerate(browsers)
    ]
    run(threads)
    everything = [one for some in times.all.values() for one in some]
    print(f"{len(browsers)} active learners, {len(everything) / SECONDS:.0f} requests a second:")
    for kind, some in sorted(times.all.items()):
        middle, most = 1000 * statistics.median(some), 1000 * percentile(some, 0.95)
        print(f"  {kind:50} {middle:5.0f} ms, p95 {most:5.0f} ms")
    print(f"  p95 of all: {1000 * percentile(everything, 0.95):.0f} ms; failed: {times.failed[:3] or 0}")


def crowd(browsers: list[Browser], page: str) -> None:
    times = Times()

    def open_it(browser: Browser) -> None:
        begun = time.perf_counter()
        status, _, _ = browser.get(page)
        times.take(page, status, begun)

    begun = time.perf_counter()
    run([threading.Thread(target=open_it, args=(browser,)) for browser in browsers])
    took = time.perf_counter() - begun
    print(f"{len(browsers)} learners open {page} at once:")
    print(f"  all have it after {took:.1f} s; failed: {times.failed[:3] or 0}")


def run(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def page_times(browser: Browser, pages: list[str]) -> float:
    """Return the 95th percentile of thirty openings of each page, one after the other."""
    took = []
    for page in pages * 30:
        begun = time.perf_counter()
        status, _, _ = browser.get(page)
        took.append(time.perf_counter() - begun)
        assert status == 200, (page, status)
    return percentile(took, 0.95)


def course_with_a_long_quiz(folder: Path) -> Path:
    """Return a copy of the course in which one quiz has borrowed questions from others of its module."""
    shutil.copytree(default_course_path(), folder)
    quiz = folder / LONG_QUIZ
    names = tomllib.loads((quiz / "quiz.toml").read_text())["questions"]
    for source in sorted(quiz.parent.glob("*/quiz.toml")):
        for name in tomllib.loads(source.read_text())["questions"]:
            if len(names) < LONG and source.parent != quiz and name not in names:
                shutil.copytree(source.parent / "questions" / name, quiz / "questions" / name)
                names.append(name)
    (quiz / "quiz.toml").write_text(f'intro = "Long."\nquestions = {names}\n')
    return folder


def fill(database: str, learners: int) -> None:
    """Put the records of so many learners into the database, each with progress, sittings and attempts."""
    many = "FROM accounts_user u, generate_series(1, {}) k WHERE u.username LIKE 'many-%'"
    statements = [
        f"""INSERT INTO accounts_user (password, is_superuser, username, first_name, last_name, email,
        is_staff, is_active, date_joined) SELECT '!', false, 'many-' || n, 'Learner ' || n, '',
        'many-' || n || '@example.org', false, true, now() FROM generate_series(1, {learners}) n""",
        f"""INSERT INTO lessons_itemprogress (user_id, item_id, state, score, updated)
        SELECT u.id, 'module/item-' || k, 'done', 0.8, now() {many.format(40)}""",
        f"""INSERT INTO lessons_scorerise (user_id, item_id, score, at)
        SELECT u.id, 'module/item-' || k, 0.8, now() {many.format(12)}""",
        """INSERT INTO practice_storedvariant (question_id, version, seed, data, created)
        SELECT 'module/item/q-' || k, '1', s, '{}', now()
        FROM generate_series(1, 10) k, generate_series(0, 19) s""",
        """INSERT INTO practice_sitting (user_id, question_id, purpose, stored_id, is_open, hints_shown,
        solution_shown, created) SELECT u.id, v.question_id, 'course', v.id, true, 0, false, now()
        FROM accounts_user u JOIN practice_storedvariant v ON v.version = '1' AND v.seed = u.id % 20
        WHERE u.username LIKE 'many-%'""",
        """INSERT INTO practice_attempt (sitting_id, submission_id, answers, score, credit, feedback, created)
        SELECT id, gen_random_uuid(), '{"a": "2x"}', 1, 1, '[]', now()
        FROM practice_sitting WHERE question_id LIKE 'module/%'""",
        "ANALYZE",
    ]
    for statement in statements:
        rows(database, statement)


def make_class(database: str, teacher: int, learners: list[int]) -> int:
    ((cohort,),) = rows(
        database,
        """INSERT INTO cohorts_cohort (name, starts, pass_mark, late_percent, late_days, counted, made,
        time_zone) VALUES ('Autumn', now(), 80, 10, 7, '{}', now(), 'UTC') RETURNING id""",
    )
    for user in [teacher, *learners]:
        role = "owner" if user == teacher else "learner"
        rows(
            database,
            """INSERT INTO cohorts_membership (cohort_id, user_id, role, is_auditing, joined, was_removed)
            VALUES (%s, %s, %s, false, now(), false)""",
            [cohort, user, role],
        )
    return int(cohort)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--records", type=int, default=20_000, metavar="N", help="learners on record (154738)"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        cluster_folder = Path(folder) / "postgres"
        cluster_folder.mkdir()
        database = Cluster(cluster_folder).migrated_database()
        data = Path(folder) / "data"
        data.mkdir()
        os.environ["UPSLOPE_COURSE"] = str(course_with_a_long_quiz(Path(folder) / "course"))
        site = ClassSite(database, data, workers=2, jobs=1)
        site.start()
        try:
            measure(site, database, chosen.records)
        finally:
            site.end()


def wait_for_variants(database: str) -> None:
    """Wait until no more variants are made ahead."""
    begun, last, count = time.perf_counter(), -1, 0
    while count != last:
        last = count
        time.sleep(8)
        ((count,),) = rows(database, "SELECT count(*) FROM practice_storedvariant WHERE seed < 40")
    print(f"{count} variants lie ready, {time.perf_counter() - begun:.0f} s after the learners were done")


def measure(site: ClassSite, database: str, records: int) -> None:
    browsers = [site.sign_in(f"learner-{number}") for number in range(CROWD)]
    for browser in browsers:
        browser.get("/glossary/")
    active_learners(browsers[:ACTIVE])
    wait_for_variants(database)
    crowd(browsers, f"/learn/{LONG_QUIZ}/")
    teacher = site.sign_in("teacher")
    cohort = make_class(database, teacher.user, [browser.user for browser in browsers[:100]])
    mine, book = [*PAGES[:4]], [f"/classes/{cohort}/gradebook/"]
    before = page_times(browsers[0], mine), page_times(teacher, book)
    begun = time.perf_counter()
    fill(database, records)
    print(f"records of {records} learners loaded in {time.perf_counter() - begun:.0f} s")
    after = page_times(browsers[0], mine), page_times(teacher, book)
    for name, was, now in zip(("a learner's pages", "the gradebook"), before, after, strict=True):
        print(f"  {name}: p95 {1000 * was:.0f} ms before, {1000 * now:.0f} ms after: {now / was:.2f} times")


if __name__ == "__main__":
    main()
