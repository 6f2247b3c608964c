"""A certificate as a page to print."""

import json
import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from unicodedata import category

import segno
import typst

from upslope.web.credentials.issuer import issuer_name
from upslope.web.credentials.models import Certificate

PAGE = Path(__file__).with_name("certificate.typ")
INK = "#1d2129"
LONGEST_WORD = 40  # characters before a word may be broken
EVERY_FONT_HAS = re.compile(r"[\x20-\x7e\u00a0-\u017f]*")
SHOW_NOTHING = ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me")  # alone: spaces, signs for the typesetter, accents
NOBODY_HAS = "\U0010fffe"  # no character, so no font has it: it shows what a missing one looks like
_EACH_ALONE = b"""#set page(width: auto, height: auto)
#set text(font: "Libertinus Serif")
#for letter in json(bytes(sys.inputs.letters)) [#box(letter) ]"""


def pdf_of(certificate: Certificate) -> bytes:
    """Return the certificate as a PDF of one page, the same bytes each time."""
    facts = {
        "title": f"Certificate: {certificate.course_title}",
        "name": _breakable(certificate.name),
        "missing": missing_sentence(certificate.name),
        "course": certificate.course_title,
        "result": result_sentence(certificate),
        "modules": [title for title, _ in certificate.modules],
        "issued": f"{certificate.issued.day} {certificate.issued:%B %Y}",
        "issuer": issuer_name(),
        "number": certificate.number,
        "address": certificate.address,
        "qr": qr_code(certificate.address),
    }
    return _compiled(json.dumps(facts), int(certificate.issued.timestamp()))


def result_sentence(certificate: Certificate) -> str:
    """Return with what it was passed, and who said so."""
    score = f"with {certificate.percent} %; {certificate.pass_mark} % passes."
    count = len(certificate.by_hand)
    if not count:
        return f"{score} Every mark was judged by the server."
    marks = "One mark was" if count == 1 else f"{count} marks were"
    return f"{score} {marks} set by a teacher."


def missing_sentence(name: str) -> str:
    """Return what to say where no font here has some letters of the name; empty where all can be printed."""
    missing = missing_letters(name)
    if not missing:
        return ""
    letters = "A letter" if len(missing) == 1 else "Some letters"
    return f"{letters} of this name cannot be printed here. The page that verifies it shows the whole name."


@lru_cache(maxsize=256)
def missing_letters(name: str) -> str:
    """Return those letters of a name that no font on this machine has.

    Each letter is set alone; one that comes out as the same empty box as no character at all is missing.
    """
    if EVERY_FONT_HAS.fullmatch(name):
        return ""
    letters = [letter for letter in dict.fromkeys(name) if category(letter) not in SHOW_NOTHING]
    boxes = [_outline(letter) for letter in [NOBODY_HAS, *letters]]
    return "".join(letter for letter, box in zip(letters, boxes[1:], strict=True) if box == boxes[0])


def qr_code(address: str) -> str:
    """Return a QR code as SVG."""
    file = BytesIO()
    segno.make(address, error="m", micro=False).save(
        file, kind="svg", border=0, dark=INK, light=None, svgclass=None, lineclass=None
    )
    return file.getvalue().decode()


@lru_cache(maxsize=64)
def _compiled(facts: str, issued: int) -> bytes:
    """Text arrives as data, so that nothing in a name can be an instruction; the page reads no other file."""
    compiled: bytes = typst.compile(
        str(PAGE),
        root=str(PAGE.parent),
        format="pdf",
        sys_inputs={"certificate": facts},
        timestamp=issued,
    )
    return compiled


@lru_cache(maxsize=512)
def _outline(letter: str) -> tuple[str, ...]:
    drawn = typst.compile(_EACH_ALONE, format="svg", sys_inputs={"letters": json.dumps([letter])})
    return tuple(re.findall(r'href="(#g[0-9A-F]+)"', drawn.decode()))


def _breakable(name: str) -> str:
    """Let a word that fits no line be broken, at a place that shows nothing."""
    words = name.split()
    return " ".join(
        "\u200b".join(word[start : start + LONGEST_WORD] for start in range(0, len(word), LONGEST_WORD))
        for word in words
    )
