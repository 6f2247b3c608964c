"""A learner who does everything: each figure's task, each question, each lab handed in."""

import json
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.answering import model_answer, open_variant, query
from tests.browser.conftest import Server
from upslope.course import Course, Item
from upslope.grading.lab import load_lab
from upslope.grading.notebooks.notebook import solve_notebook

# Looks for a state of the figure in which its task is done: anywhere first, then closer around the best.
FIND_STATE = """task => {
    const figure = task.closest(".figure-card").firstElementChild;
    const data = JSON.parse(figure.querySelector(":scope > script").textContent);
    const { goal } = JSON.parse(task.querySelector(":scope > script").textContent);
    const one = { neg: a => -a, abs: Math.abs, sqrt: Math.sqrt, exp: Math.exp, ln: Math.log, sin: Math.sin,
        cos: Math.cos, tan: Math.tan, tanh: Math.tanh, atan: Math.atan };
    const worth = (tree, now) => {
        if (typeof tree === "number") return tree;
        if (typeof tree === "string") return now[tree];
        const [name, ...rest] = tree, [a, b] = rest.map(each => worth(each, now));
        if (name === "pi" || name === "e") return name === "e" ? Math.E : Math.PI;
        if (name === "+") return rest.reduce((sum, each) => sum + worth(each, now), 0);
        if (name === "*") return rest.reduce((product, each) => product * worth(each, now), 1);
        return name === "/" ? a / b : name === "^" ? a ** b : one[name](a);
    };
    const miss = (part, now) => {
        if (part[0] === "and") return part.slice(1).reduce((sum, each) => sum + miss(each, now), 0);
        const sign = part[0].startsWith("<") ? 1 : -1;
        const over = sign * (worth(part[1], now) - worth(part[2], now));
        const isMet = part[0].endsWith("=") ? over <= 0 : over < 0;
        return isMet ? 0 : Number.isFinite(over) ? over + 1e-9 : 1e6;
    };
    const opening = { ...figure.state }, names = Object.keys(opening).filter(name => name !== "reveal");
    const view = data.view ?? [0, 1];
    const range = name => data.ranges?.[name] ?? (name === "run" ? [0.01, view[1] - view[0]] : view);
    const onGrid = (name, value) => {
        const step = data.steps?.[name], low = range(name)[0];
        return step ? low + Math.round((value - low) / step) * step : value;
    };
    const judge = state => { figure.setState(state); return miss(goal, figure.readouts); };
    const before = judge(opening);
    let seed = 1;
    const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    let best = { state: opening, by: before };
    const take = state => { const by = judge(state); if (by < best.by) best = { state, by }; return by; };
    const blend = (name, share) => { const [low, high] = range(name); return low + share * (high - low); };
    for (let turn = 0; turn < 1500 && best.by > 0; turn++) {
        const near = turn > 500, reach = near ? 0.3 * 0.994 ** (turn - 500) : 1;
        const state = { ...best.state };
        for (const name of names) {
            if (near && chance() < 0.5) continue;
            const [low, high] = range(name), step = reach * (high - low) * (2 * chance() - 1);
            const moved = Math.min(high, Math.max(low, best.state[name] + step));
            state[name] = onGrid(name, near ? moved : blend(name, chance()));
        }
        take(state);
    }
    figure.setState(best.state);
    return { id: task.getAttribute("figure"), before, left: best.by };
}"""

FILL = """(card, answers) => {
    for (const [name, answer] of Object.entries(answers)) {
        const fields = [...card.querySelectorAll(`[name="answer.${name}"]`)];
        if (["radio", "checkbox"].includes(fields[0].type)) {
            const chosen = answer.split(",");
            for (const field of fields) if (field.checked !== chosen.includes(field.value)) field.click();
            continue;
        }
        fields[0].value = answer;
        fields[0].dispatchEvent(new Event("input", { bubbles: true }));
        fields[0].dispatchEvent(new Event("change", { bubbles: true }));
    }
}"""


def tasks_not_done(page: Page) -> Iterator[str]:
    """Do the task of every figure; yield what could not be done, or was done before the learner began.

    The two playgrounds are tried elsewhere.
    """
    ours = ".figure-card:not(:has(network-playground, heights-playground)) figure-task"
    for task in page.locator(ours).all():
        task.scroll_into_view_if_needed()
        found = task.evaluate(FIND_STATE)
        if found["before"] == 0:
            yield f"the task of {found['id']} is done as the figure opens"
        if found["left"] > 0 or not _moved_and_back(page, task):
            yield f"the task of {found['id']} cannot be done: {found['left']}"


def _moved_and_back(page: Page, task: Locator) -> bool:
    """The task notices what a learner does: move something by a key, and back."""
    card = task.locator("xpath=ancestor::*[contains(@class, 'figure-card')]")
    for control in card.locator("[role=slider][tabindex='0'], input[type=range]").all():
        if not control.is_visible():
            continue
        for keys in (("ArrowRight", "ArrowLeft"), ("ArrowLeft", "ArrowRight"), ("ArrowUp", "ArrowDown")):
            for key in keys:
                control.press(key)
                page.evaluate("() => new Promise(requestAnimationFrame)")
            if task.get_attribute("data-state") == "done":
                return True
    return False


def answer_everything(page: Page, server: Server, item: Item) -> None:
    """Answer every question of the page by its model answer; each must be marked right."""
    for name in page.locator("question-card").evaluate_all("nodes => nodes.map(node => node.id)"):
        card = page.locator(f"#{name}")
        question = name.removeprefix("question-")
        variant = open_variant(server.data, f"{item.full_id}/{question}")
        card.evaluate(FILL, {part.name: model_answer(part) for part in variant.parts})
        card.get_by_role("button", name="Check").click()
        expect(card.locator(".feedback.right").first, f"{item.full_id}/{question}").to_be_visible()


def solved_notebook(course: Course, item: Item, folder: Path) -> Path:
    """Write a lab's solution as a notebook, as a learner would bring one from elsewhere."""
    path = folder / f"{item.id}.ipynb"
    path.write_text(json.dumps(solve_notebook(load_lab(course.path / item.full_id))))
    return path


def states(server: Server) -> dict[str, str]:
    """Return how far the learner is with each item they have opened."""
    rows = query(server.data, "SELECT item_id, state FROM lessons_itemprogress")
    return {row[0]: row[1] for row in rows}
