import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from pytest_django import Settings

from upslope.web.credentials import printing
from upslope.web.credentials.models import Certificate
from upslope.web.credentials.printing import missing_letters, missing_sentence, pdf_of, qr_code

HOSTILE = [
    '#read("/etc/passwd")',
    '"; #panic("run") //',
    r"\u{41} $x^2$ *bold* _em_ `raw` <label> @ref",
    '#import "@preview/cetz:0.1.0"\'}{][',
    '{"name": "other"}',
]


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "certificate.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return told.stdout.decode()


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


@needs_poppler
def test_the_page_says_what_was_certified(certificate: Certificate, tmp_path: Path) -> None:
    text = text_of(pdf_of(certificate), tmp_path)
    for said in ("Bob Brook", "Small", "with 90 %; 80 % passes.", certificate.number, certificate.address):
        assert said in text
    assert "Every mark was judged by the server." in text


@needs_poppler
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_printed_and_never_run(certificate: Certificate, tmp_path: Path, name: str) -> None:
    certificate.name = certificate.course_title = name
    text = squeezed(text_of(pdf_of(certificate), tmp_path))
    assert text.count(squeezed(name)) == 2
    assert "root:" not in text


@needs_poppler
@pytest.mark.parametrize(
    "name",
    ["Ada", "W" * 300, "Maximiliana Theodora " * 14, "Ж" * 150 + " Ωμέγα", "山田" * 60, "محمد علي " * 20],
)
def test_no_name_leaves_the_page_or_makes_a_second_one(
    certificate: Certificate, tmp_path: Path, name: str
) -> None:
    certificate.name = name
    file = tmp_path / "long.pdf"
    file.write_bytes(pdf_of(certificate))
    told = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True)
    boxes = re.findall(
        r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"', told.stdout.decode()
    )
    assert told.stdout.count(b"<page ") == 1
    assert boxes
    assert all(float(x0) >= 0 and float(x1) <= 842 for x0, _, x1, _ in boxes)
    assert all(float(y0) >= 0 and float(y1) <= 596 for _, y0, _, y1 in boxes)


def test_the_same_certificate_is_the_same_file_made_once(certificate: Certificate) -> None:
    printing._compiled.cache_clear()
    start = time.perf_counter()
    first = pdf_of(certificate)
    assert time.perf_counter() - start < 2
    assert pdf_of(certificate) is first
    printing._compiled.cache_clear()
    assert pdf_of(certificate) == first


def test_a_letter_that_no_font_has_is_named() -> None:
    assert missing_letters("Bob Žižek Ωμέγα Жук") == ""
    rare = "\U00016e40"  # a letter of Medefaidrin, in none of the usual fonts
    assert missing_letters(f"Bob {rare}b{rare}") == rare
    assert missing_sentence("Bob") == ""
    assert missing_sentence(f"B{rare}").startswith("A letter of this name cannot be printed here.")


def test_a_mark_set_by_hand_is_on_the_page(certificate: Certificate) -> None:
    certificate.by_hand = ["The final"]
    assert printing.result_sentence(certificate).endswith("One mark was set by a teacher.")
    certificate.by_hand = ["The final", "The midterm"]
    assert printing.result_sentence(certificate).endswith("2 marks were set by a teacher.")


def test_the_code_is_a_picture_without_scripts(settings: Settings) -> None:
    code = qr_code("https://learn.example.org/certificates/7KQM-2WXT-9ABD-HJ4R/")
    assert code.count("<path") == 1
    assert "script" not in code
