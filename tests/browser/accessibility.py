"""What axe objects to on a page that has come to rest."""

from collections.abc import Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# A button whose colours still fade from one theme to the other has those of neither.
AT_REST = """() => Promise.allSettled(document.getAnimations()
    .filter(one => one.playState === "running" && one.effect.getComputedTiming().endTime < Infinity)
    .map(one => one.finished))"""


def violations(page: Page, context: str | None = None, rules: Sequence[str] = ()) -> list[str]:
    """Return what axe finds on the page, or in ``context`` alone: by all its rules, or by a few."""
    page.evaluate(AT_REST)
    # The words for all that is right would take as long as finding what is wrong.
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = Axe().run(page, context, options).response["violations"]
    return [f"axe: {rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]
