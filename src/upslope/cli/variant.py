"""``upslope variant``: one seeded instance of a question, with everything that decides a mark."""

import json
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence

from upslope.cli.course_folder import course_folder
from upslope.cli.terminal.one_line import in_one_line, sentence
from upslope.course import ContentError, NoSuchItem, default_course_path, load_course, load_question
from upslope.questions import Part, Variant

DERIVATION = re.compile(r"^```derivation\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
PLOT = re.compile(r"^```plot\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def run(arguments: Sequence[str]) -> int:
    """Print the variant; return 1 if the question is not there or cannot be made."""
    parser = ArgumentParser(
        prog="upslope variant", description="Show one instance of a question: text, answers, known mistakes."
    )
    parser.add_argument("question", metavar="ID", help="module/item/question")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="which instance (default: 0)")
    parser.add_argument(
        "--course", type=course_folder, metavar="COURSE", help="a course folder (default: our own)"
    )
    parser.add_argument("--json", action="store_true", help="as it is stored when it is served")
    chosen = parser.parse_args(arguments)
    if chosen.seed < 0:
        parser.error(f"--seed is {chosen.seed}; seeds begin at 0.")
    try:
        course = load_course(chosen.course or default_course_path())
        variant = load_question(course, chosen.question).variant(chosen.seed)
    except (ContentError, NoSuchItem) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    print(json.dumps(variant.to_json(), ensure_ascii=False, indent=1) if chosen.json else _as_text(variant))
    return 0


def _as_text(variant: Variant) -> str:
    head = f"{variant.title}\n{variant.question_id}, seed {variant.seed}, version {variant.version}"
    sections = [("Prompt", variant.prompt)]
    sections += [(f"Hint {number}", hint) for number, hint in enumerate(variant.hints, 1)]
    sections += [("Solution", variant.solution)]
    told = "\n\n".join(f"{name}\n{_indented(_plain(text))}" for name, text in sections)
    parts = "\n\n".join("\n".join(_part(part)) for part in variant.parts)
    return f"{head}\n\n{told}\n\n{parts}"


def _part(part: Part) -> Iterator[str]:
    yield f"Part {part.name} ({part.type}, weight {part.weight:g})"
    if part.label:
        yield f"  asked     {sentence(part.label)}"
    for option in part.key.get("options", ()):
        yield f"  option    {option['id']}: {sentence(option['text'])}"
    yield f"  answer    {part.key['answer']}"
    for mistake in part.misconceptions:
        yield f"  mistake   {mistake.wrong}"
        yield f"            {mistake.code}: {sentence(mistake.sentence)}"


def _plain(markdown: str) -> str:
    without = PLOT.sub(lambda plot: f"[picture: {json.loads(plot[1])['alt']}]", markdown)
    return sentence(DERIVATION.sub(lambda worked: _steps(worked[1]), without).replace("$$", "$"))


def _steps(derivation: str) -> str:
    worked = json.loads(derivation)
    lines = [f"${worked['problem']}$"]
    lines += [
        f"  {step['link']} {in_one_line(step['after'])}    ({step['rule']})" for step in worked["steps"]
    ]
    return "\n".join(lines)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.split("\n"))
