"""What the gallery's tests ask a page with a figure: what is seen, what lies on what, what keys do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# A scene has drawn when its rings have a value, and something is there.
READY = """() => document.fonts.status === "loaded" && document.querySelector(
    "tex-math:not([data-state])") === null && [...document.querySelectorAll("figure-scene")].every(
    scene => "readouts" in scene && scene.querySelector(".item > *, canvas") &&
        [...scene.querySelectorAll(".item.handle")].every(ring => ring.hasAttribute("aria-valuetext")))"""

SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

UNSEEN_ROLES = """() => [...document.querySelectorAll("figure-scene")].flatMap(scene => {
    const data = JSON.parse(scene.querySelector("script").textContent);
    const isSeen = node => {
        const [box, stage] = [node, node.ownerSVGElement].map(each => each.getBoundingClientRect());
        const isInside = box.right > stage.left && box.left < stage.right && box.bottom > stage.top &&
            box.top < stage.bottom;
        return box.width + box.height > 1 && isInside && getComputedStyle(node).visibility !== "hidden";
    };
    const seen = new Set();
    for (const item of scene.querySelectorAll(".item")) {
        const role = [...item.classList].find(name => name.startsWith("tone-"));
        if ([...item.querySelectorAll("path, circle, text")].some(isSeen)) seen.add(role.slice(5));
    }
    const unpainted = [...scene.querySelectorAll("canvas")].filter(canvas => {
        const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        return !pixels.some(value => value > 0);
    });
    // What is drawn on a canvas, or only at times, is nowhere to be found in the document.
    const always = data.items.filter(item => !item.when && !item.opacity && !item.each &&
        !(data.panels[item.panel].space) && item.is !== "text");
    const roles = new Set(always.map(item => item.role).filter(role => !seen.has(role)));
    return [...[...roles].map(role => `nothing of ${role}`), ...unpainted.map(() => "an empty canvas"),
        ...(seen.size > 0 || scene.querySelector("canvas") ? [] : ["nothing at all"])];
})"""

TEXT_TROUBLES = """() => [...document.querySelectorAll("figure-scene .panel svg")].flatMap(svg => {
    const stage = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].filter(text => {
        const style = getComputedStyle(text);
        return text.textContent.trim() && style.visibility !== "hidden" && style.opacity > 0.05 &&
            !text.closest("[display=none]") && text.getBoundingClientRect().width > 0;
    }).map(text => {
        const box = text.getBoundingClientRect();
        const slack = box.height / 4;  // of a line's height a quarter is empty
        return { words: text.textContent, left: box.left + 1, right: box.right - 1, top: box.top + slack,
            bottom: box.bottom - slack };
    });
    const outside = texts.filter(({ left, right, top, bottom }) =>
        left < stage.left - 2 || right > stage.right + 2 || top < stage.top - 2 || bottom > stage.bottom + 2);
    const pairs = texts.flatMap((one, place) => texts.slice(place + 1).map(other => [one, other]));
    const over = pairs.filter(([one, other]) => one.left < other.right && other.left < one.right &&
        one.top < other.bottom && other.top < one.bottom);
    return [...outside.map(({ words }) => `“${words}” is outside`),
        ...over.map(([one, other]) => `“${one.words}” lies on “${other.words}”`)];
})"""

OVERFLOW = "() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"

CONTROLS = """() => [...document.querySelectorAll("figure-scene")].flatMap((scene, figure) => {
    const nodes = [...scene.querySelectorAll("[role=slider], input[type=range][data-set], .choices, canvas")];
    scene.opening = { ...scene.state };
    return nodes.filter(node => node.tabIndex >= 0 || node.matches(".choices")).map((node, place) => {
        node.dataset.tried = `${figure}-${place}`;
        const kind = node.matches("[type=range]") ? "slider" : node.matches(".choices") ? "choice" : "ring";
        const label = node.getAttribute("aria-label") ?? node.querySelector("legend").textContent;
        return { id: node.dataset.tried, kind, label };
    });
})"""

FOCUS = """id => {
    const node = document.querySelector(`[data-tried="${id}"]`);
    (node.querySelector?.(":checked") ?? node).focus({ preventScroll: true });
    return { ...node.closest("figure-scene").state };
}"""

# A figure draws in the frame that follows, before what asks for that frame after it.
AFTER = """async id => {
    await new Promise(requestAnimationFrame);
    const node = document.querySelector(`[data-tried="${id}"]`);
    const scene = node.closest("figure-scene");
    const { ranges } = JSON.parse(scene.querySelector("script").textContent);
    const readouts = scene.readouts;
    const behind = [...scene.querySelectorAll(".readouts [data-live]")].filter(shown => {
        const text = shown.textContent.replace("−", "-").replaceAll(/[^-0-9.e]/g, "");
        const digits = (text.split(".")[1] ?? "").length;
        const value = readouts[shown.dataset.live];
        if (!Number.isFinite(value) || Math.abs(value) > 1e6) return false;
        return Math.abs(Number(text) - value) > 0.51 * 10 ** -digits;
    });
    const left = Object.entries(scene.state).filter(([name, value]) => ranges[name] &&
        !(value >= ranges[name][0] - 1e-9 && value <= ranges[name][1] + 1e-9));
    return { state: { ...scene.state }, spoken: node.getAttribute("aria-valuetext"),
        wrong: [...behind.map(shown => `${shown.dataset.live} still reads ${shown.textContent}`),
            ...left.map(([name, value]) => `${name} is ${value}`)] };
}"""

RESET = """id => {
    const scene = document.querySelector(`[data-tried="${id}"]`).closest("figure-scene");
    scene.setState(scene.opening);
}"""

ARROWS = ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown")
ENDS = ("End", "Home")


@dataclass(frozen=True)
class Control:
    """A ring, slider, choice or space of a figure that has the focus at times."""

    id: str
    kind: str
    label: str


def controls_of(page: Page) -> list[Control]:
    return [Control(**each) for each in page.evaluate(CONTROLS)]


def troubles_by_keys(page: Page, control: Control) -> Iterator[str]:
    """Move a control by arrows and to its ends; yield what did not follow."""
    before = page.evaluate(FOCUS, control.id)
    after: dict[str, Any] = {"state": before, "wrong": [], "spoken": None}
    for key in ARROWS:
        page.keyboard.press(key)
        after = page.evaluate(AFTER, control.id)
        if after["state"] != before:
            break
    if after["state"] == before:
        yield f"{control.label}: no arrow key moves anything"
    yield from (f"{control.label}: {wrong}" for wrong in after["wrong"])
    if control.kind == "ring" and not after["spoken"]:
        yield f"{control.label}: its value is not spoken"
    for key in ENDS if control.kind != "choice" else ():
        page.keyboard.press(key)
        wrongs = [*page.evaluate(AFTER, control.id)["wrong"], *page.evaluate(TEXT_TROUBLES)]
        yield from (f"{control.label}, {key}: {wrong}" for wrong in wrongs)
    page.evaluate(RESET, control.id)
