"""How lab views answer: JSON to the page's own script, a page to a plain form, a file to a download."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from upslope.web.labs.models import EarlierWork


def wants_json(request: HttpRequest) -> bool:
    """Return whether the lab page's script asks, rather than a form without script."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def page_address(item_id: str, place: str = "") -> str:
    """Return the address of the lab's page, at ``place`` if given."""
    module, item = item_id.split("/")
    return reverse("item", args=[module, item]) + (f"#{place}" if place else "")


def undo_address(item_id: str, earlier: EarlierWork) -> str:
    """Return the address of the lab's page as it offers to bring that earlier version back."""
    return f"{page_address(item_id)}?undo={earlier.pk}"


def notebook_file(notebook: dict[str, Any], name: str) -> HttpResponse:
    """Return a notebook as a file to save, with an ASCII name made of an item id."""
    text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    return HttpResponse(
        text,
        content_type="application/x-ipynb+json; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.ipynb"'},
    )
