"""What pages of a class, and pages of an item for somebody in a class, show of dates."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone

from upslope.course import Item
from upslope.web.cohorts import dates
from upslope.web.cohorts.due_dates import due_dates_of
from upslope.web.cohorts.models import Cohort, Extension

register = template.Library()


@register.inclusion_tag("cohorts/deadline_note.html", takes_context=True)
def deadline_note(context: template.Context, item: Item) -> dict[str, Any]:
    """When the item is due for whoever looks; nothing outside a class. One query."""
    user = context["request"].user
    found = due_dates_of(user, [item.full_id]) if settings.TOGETHER and user.is_authenticated else []
    return {"due_dates": found}


@register.filter
def said_in(moment: datetime, cohort: Cohort) -> str:
    """A moment in words, in the class's time zone."""
    return dates.said(moment, cohort.zone, timezone.now())


@register.filter
def title_in(extension: Extension, titles: Mapping[str, str]) -> str:
    """The title of the item that somebody has more time for; its id where the course no longer has it."""
    return titles.get(extension.item_id, extension.item_id)
