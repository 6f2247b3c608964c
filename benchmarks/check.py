"""Measures `upslope check` on a course of 25 quizzes with 125 questions, copied from our own, on 200 seeds.

Promised on two cores: all of it within 3 minutes, and a second run, or one after a change, within seconds.
"""

import os
import shutil
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from upslope.course import default_course_path, load_course
from upslope.course.lint.memory import Memory
from upslope.course.lint.runner import Check, run_check
from upslope.course.lint.workers import Workers
from upslope.course.schema import walk_questions
from upslope.grading.code_answers.code_runner import install_code_runner

QUIZZES, QUESTIONS, SEEDS, JOBS = 25, 5, 200, 2
MOST_SECONDS, MOST_SECONDS_AGAIN = 180.0, 15.0


def write_course(folder: Path) -> Path:
    own = load_course(default_course_path())
    shutil.copy(own.path / "glossary.md", folder)
    skills = (own.path / "skills.toml").read_text().splitlines(keepends=True)  # their lessons stay at home
    (folder / "skills.toml").write_text("".join(line for line in skills if not line.startswith("lesson")))
    sources = cycle(list(walk_questions(own)))
    items = []
    for quiz in range(QUIZZES):
        names = []
        for number, source in enumerate(islice(sources, QUESTIONS)):
            module, item, question = source.split("/")
            names.append(f"{question}-{number}")
            copy = folder / "all" / f"quiz-{quiz}" / "questions" / names[-1]
            shutil.copytree(own.path / module / item / "questions" / question, copy)
        (folder / f"all/quiz-{quiz}/quiz.toml").write_text(f"questions = {names}\n")
        items.append(
            f'{{ id = "quiz-{quiz}", kind = "quiz", title = "Q", questions = {QUESTIONS}, minutes = 9 }}'
        )
    module = f'[[modules]]\nid = "all"\ntitle = "All"\nsummary = "All."\nitems = [{", ".join(items)}]\n'
    (folder / "course.toml").write_text(f'id = "many"\ntitle = "Many"\n{module}')
    return folder


def cpu_seconds() -> float:
    """Processor time of this process and of its ended children: what counts where others work too."""
    return sum(os.times()[:4])


def seconds_of(folder: Path, memory: Memory) -> float:
    check = Check(load_course(folder), SEEDS, None, memory, Workers(JOBS, install_code_runner))
    began = time.perf_counter()
    errors = [str(found) for found in run_check(check).findings if found.severity == "error"]
    if errors:
        sys.exit("\n".join(["The copied course has errors:", *errors]))
    return time.perf_counter() - began


def main() -> None:
    print(f"load average {os.getloadavg()[0]:.1f}")
    install_code_runner()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as kept:
        course, memory = write_course(Path(folder)), Memory(Path(kept))
        cpu = cpu_seconds()
        first = seconds_of(course, memory)
        cpu = cpu_seconds() - cpu
        second = seconds_of(course, memory)
        changed = next(course.rglob("question.md"))
        changed.write_text(changed.read_text() + "\n")
        third = seconds_of(course, memory)
    print(f"{QUIZZES * QUESTIONS} questions on {SEEDS} seeds with {JOBS} processes")
    print(f"all of it              {first:6.1f} s ({cpu:.0f} s of processor time)")
    print(f"nothing changed        {second:6.1f} s")
    print(f"one question changed   {third:6.1f} s")
    if first > MOST_SECONDS or max(second, third) > MOST_SECONDS_AGAIN:
        sys.exit("That is slower than promised.")


if __name__ == "__main__":
    main()
