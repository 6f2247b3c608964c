"""Measures the network playground in a headless Chromium: steps of training a second, and frames of the page.

Training is full batch: the 1-6-7-2 network, 100 points of the heart, in a web worker while the page draws.
Frames are also counted before Play is pressed: what the machine and the browser manage without us.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

from playwright.sync_api import Page, sync_playwright

ADDRESS = "learn/multivariate-chain-rule/backpropagation-playground/"
WARM_UP = 4000  # ms: the pace grows with the steps so far, so that the beginning can be watched
SECONDS = 5
MEASURE = """async (seconds) => {
    const figure = document.querySelector("network-playground");
    const [began, from] = [performance.now(), figure.readouts.steps];
    let frames = 0;
    while (performance.now() - began < 1000 * seconds) {
        await new Promise((next) => requestAnimationFrame(next));
        frames++;
    }
    const passed = (performance.now() - began) / 1000;
    return [frames / passed, (figure.readouts.steps - from) / passed];
}"""


def serve(folder: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "upslope.cli", "run", "--no-browser", "--data", folder]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert server.stdout is not None
    for line in server.stdout:
        if found := re.search(r"http://\S+/enter/\S+", line):
            return server, found.group()
    sys.exit("upslope run ended before it gave its address.")


def measure(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    play = page.locator("[data-do=play]")
    play.scroll_into_view_if_needed()
    idle, _ = page.evaluate(MEASURE, SECONDS)
    play.click()
    page.wait_for_timeout(WARM_UP)
    frames, steps = page.evaluate(MEASURE, SECONDS)
    play.click()
    print(
        f"{width:>4} px: {steps:>7,.0f} steps/s (at least 3,000), {frames:.0f} frames/s (at rest {idle:.0f})"
    )


def main() -> None:
    print(f"load average {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server, entrance = serve(folder)
        try:
            flags = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("UPSLOPE_CHROMIUM") or shutil.which("chromium"), args=flags
            )
            page = browser.new_page()
            page.goto(entrance)
            page.goto(f"{entrance.split('enter/')[0]}{ADDRESS}", wait_until="networkidle")
            for width in (1280, 390):
                measure(page, width)
            browser.close()
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


if __name__ == "__main__":
    main()
