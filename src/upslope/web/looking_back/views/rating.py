from typing import Any

from upslope.course import Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.looking_back.distribution import distribution_for
from upslope.web.looking_back.places import RATING
from upslope.web.looking_back.ratings import RatingForm, form_of, public_name, rating_of, stars_of


def rating_context(request: LearnerRequest, item: Item, form: RatingForm | None = None) -> dict[str, Any]:
    """Return what ``looking_back/rating.html`` shows. ``form`` is the one that could not be kept."""
    rating = rating_of(request.user, item.full_id)
    return {
        "item": item,
        "anchor": RATING,
        "rating": rating,
        "stars": stars_of(rating.stars) if rating else "",
        "public_name": public_name(request.user),
        "form": form or form_of(rating),
        "distribution": distribution_for(request.user, item.full_id) if rating else None,
    }
