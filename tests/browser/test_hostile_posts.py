"""What somebody may post who means harm, in a real browser with our scripts and no other protection."""

from pathlib import Path

from playwright.sync_api import Browser, Dialog, Route, expect

from tests.web.community.hostile import IN_A_BROWSER
from upslope.web.community.markdown import to_safe_html

BUILT = Path(__file__).resolve().parents[2] / "src/upslope/web/static/built"
TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}
HOST = "https://course.example"
ACTIVE = "a, img, image, script, iframe, [id], [hx-get], .primary, [style*=fixed]"


class Site:
    """Serves one page and our built files; ``asked`` holds every address that the browser wanted."""

    def __init__(self, page_text: str) -> None:
        self.page_text = page_text
        self.asked: list[str] = []

    def answer(self, route: Route) -> None:
        self.asked.append(route.request.url)
        name = route.request.url.removeprefix(f"{HOST}/")
        file = BUILT / name
        if not name:
            route.fulfill(body=self.page_text, content_type="text/html; charset=utf-8")
        elif file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=TYPES.get(file.suffix, "text/plain"))
        else:
            route.fulfill(status=404)


def test_nothing_in_a_post_runs_loads_leads_away_or_leaves_its_place(browser: Browser) -> None:
    posts = "".join(f'<div class="post-body">{to_safe_html(text)}</div>' for text in IN_A_BROWSER)
    head = "".join(f'<link rel="stylesheet" href="/{name}.css">' for name in ("app", "community"))
    site = Site(f'<!doctype html>{head}<script type="module" src="/app.js"></script><main>{posts}</main>')
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.on("dialog", note)
        page.route("**/*", site.answer)
        page.goto(f"{HOST}/")
        expect(page.locator("tex-math:not([data-state])")).to_have_count(0)

        assert page.locator("tex-math[data-state=set]").count() >= 6
        assert dialogs == []
        assert [url for url in site.asked if not url.startswith(HOST)] == []
        assert page.locator(f"main :is({ACTIVE})").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        heights = page.locator(".post-body").evaluate_all("posts => posts.map((post) => post.clientHeight)")
        assert max(heights) < 800
