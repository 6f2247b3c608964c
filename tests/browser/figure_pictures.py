"""``make pictures``: every figure of the gallery and of the course, wide and narrow, light and dark.

They are to be looked at. What is found without eyes is said: a colour that draws nothing, texts on one
another in any step of a story.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.accessibility import violations
from tests.browser.conftest import FLAGS, GALLERY, Server, browser_path
from tests.browser.gallery_page import OVERFLOW, READY, SETTLED, TEXT_TROUBLES
from upslope.course import default_course_path, load_course, load_lesson

WIDTHS, THEMES = (1280, 390), ("light", "dark")
HEIGHT = 900
FOLDER = Path(__file__).resolve().parents[2] / "test-artefacts" / "figures"

STEPS = """figure => {
    const scene = figure.querySelector("figure-scene");
    if (scene === null) return [];
    return [...figure.querySelectorAll(".captions > li")].map(step => JSON.parse(step.dataset.state));
}"""
GO = "(figure, state) => figure.querySelector('figure-scene').setState(state)"

COLOURS = """figure => {
    const scene = figure.querySelector("figure-scene");
    if (scene === null) return {};
    const paint = document.createElement("canvas").getContext("2d");
    const rgb = colour => {
        paint.fillStyle = colour;
        paint.fillRect(0, 0, 1, 1);
        return [...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    const isSeen = node =>
        node.getBoundingClientRect().width > 4 && node.checkVisibility({ opacityProperty: true });
    const seen = [...scene.querySelectorAll(".item")].filter(item =>
        [...item.querySelectorAll("path, circle")].some(isSeen));
    const role = item => [...item.classList].find(name => name.startsWith("tone-")) ?? "tone-ink";
    const ground = getComputedStyle(scene.closest(".figure-card")).backgroundColor;
    return Object.fromEntries([["ground", rgb(ground)],
        ...seen.map(item => [role(item), rgb(getComputedStyle(item).color)])]);
}"""


def main(arguments: Sequence[str]) -> int:
    """Keep the pictures in a folder; return how many troubles were found (at most 1 as an exit code)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=FOLDER, help="the folder (default: %(default)s)")
    parser.add_argument("--only", default="", help="only figures whose item id contains this")
    asked = parser.parse_args(arguments)
    asked.into.mkdir(parents=True, exist_ok=True)
    troubles: list[str] = []
    for course in (GALLERY, default_course_path()):
        items = [item for item in _with_figures(course) if asked.only in item]
        with served(course) as (browser, server):
            for width in WIDTHS:
                for theme in THEMES if items else ():
                    troubles += _taken(browser, server, (items, width, theme), asked.into)
    _write_index(asked.into)
    for trouble in troubles:
        print(trouble)
    count = len(list(asked.into.glob("*.png")))
    print(f"{count} pictures, {len(troubles)} troubles: {asked.into / 'index.html'}")
    return min(len(troubles), 1)


def _with_figures(course: Path) -> list[str]:
    """Return the items whose page has a figure."""
    read = load_course(course)
    pages = [item for item in read.items if item.path and (item.path / "lesson.md").is_file()]
    return [item.full_id for item in pages if load_lesson(read, item).figures]


@contextmanager
def served(course: Path) -> Iterator[tuple[Browser, Server]]:
    """Open a server on a course and a browser beside it."""
    flags = [*FLAGS, "--no-sandbox"]  # Chromium refuses its own sandbox to root; the pages are ours.
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = Server(Path(data), course)
        server.start()
        browser = playwright.chromium.launch(executable_path=browser_path(), args=flags)
        yield browser, server
        browser.close()
        server.stop()


def _taken(browser: Browser, server: Server, run: tuple[list[str], int, str], folder: Path) -> Iterator[str]:
    items, width, theme = run
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        storage_state=server.sign_in(browser),
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    for item in items:
        page.goto(server.address(f"/learn/{item}/"))
        page.wait_for_function(READY)
        page.evaluate(SETTLED)
        where = f"{item} {width} {theme}"
        if over := page.evaluate(OVERFLOW):
            yield f"{where}: wider than the window by {over}"
        yield from (f"{where}: {trouble}" for trouble in violations(page, "figure"))
        for trouble in _figures(page, folder, f"{item.replace('/', '_')}_{width}_{theme}"):
            yield f"{where}: {trouble}"
    context.close()


def _figures(page: Page, folder: Path, name: str) -> Iterator[str]:
    for number, figure in enumerate(page.locator("figure.figure").all()):
        file = folder / f"{name}_{number}.png"
        figure.locator(".figure-card").screenshot(path=file)
        yield from unpainted(np.asarray(Image.open(file).convert("RGB")), figure.evaluate(COLOURS))
        for step, state in enumerate(figure.evaluate(STEPS), 1):
            figure.evaluate(GO, state)
            page.evaluate(SETTLED)
            yield from (f"step {step}: {trouble}" for trouble in page.evaluate(TEXT_TROUBLES))


def unpainted(picture: NDArray[np.uint8], colours: dict[str, list[int]]) -> Iterator[str]:
    """Yield the roles of which the picture has no pixel: none that leans from the ground towards its colour.

    Args:
        picture: height × width × 3.
        colours: red, green, blue of each role, and of the ground.
    """
    if not colours:
        return
    ground = np.array(colours["ground"], dtype=float)
    away = picture.reshape(-1, 3).astype(float) - ground
    lengths = np.linalg.norm(away, axis=1)
    for role, colour in colours.items():
        towards = np.array(colour, dtype=float) - ground
        length = np.linalg.norm(towards)
        if role != "ground" and not np.any(
            (lengths > 0.08 * length) & (away @ towards > 0.96 * lengths * length)
        ):
            yield f"no pixel of {role}"


def _write_index(folder: Path) -> None:
    """Write a page with all pictures, the four of a figure beside one another."""
    names = sorted({file.name.split("_1280_")[0] for file in folder.glob("*_1280_light_*.png")})
    rows = [
        f"<h2>{name}</h2><p>"
        + "".join(
            f'<img src="{file.name}" height="420" loading="lazy" alt="">'
            for width in WIDTHS
            for theme in THEMES
            for file in sorted(folder.glob(f"{name}_{width}_{theme}_*.png"))
        )
        for name in names
    ]
    text = f"<!doctype html><meta charset=utf-8><title>Figures</title>{''.join(rows)}"
    (folder / "index.html").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
