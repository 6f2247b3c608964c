"""What the page of an item shows of its discussion: ``{% discussion item %}`` at its foot."""

from typing import Any

from django import template
from django.conf import settings
from django.db.models import Count, Q

from upslope.course import Item
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort
from upslope.web.community.threads import rows_at
from upslope.web.community.viewing import viewer_in

register = template.Library()


@register.inclusion_tag("community/at_item.html", takes_context=True)
def discussion(context: template.Context, item: Item) -> dict[str, Any]:
    """One link for each class, with the count; at a discussion item the threads themselves. One query."""
    user = context["request"].user
    if not settings.TOGETHER or not user.is_authenticated:
        return {}
    rooms = list(_rooms(user, item.full_id))
    is_here = item.kind == "discussion"
    return {
        "item": item,
        "rooms": [
            (cohort, rows_at(viewer_in(user, cohort.pk), item.full_id) if is_here else None)
            for cohort in rooms
        ],
        "are_many": len(rooms) > 1,
        "csrf_token": context.get("csrf_token"),
    }


def _rooms(user: User, item_id: str) -> Any:
    """Return the classes of somebody that discuss, each with ``threads_here``."""
    live = Q(threads__item_id=item_id, threads__posts__deleted__isnull=True) & Q(
        threads__posts__hidden__isnull=True, threads__posts__isnull=False
    )
    mine = Cohort.objects.filter(
        Q(room__isnull=True) | Q(room__is_open=True),
        pk__in=user.memberships.filter(left__isnull=True).values("cohort"),
    )
    return mine.annotate(threads_here=Count("threads", filter=live, distinct=True)).order_by(
        "-starts", "name"
    )
