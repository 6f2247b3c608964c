"""The course as search engines read it: schema.org, as a JSON-LD block.

A block of data is no script to the browser, so the content security policy lets it stand.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from upslope.course import Course
from upslope.course.course_page import CoursePage
from upslope.web.catalogue.public_reviews import Review
from upslope.web.catalogue.syllabus import Syllabus
from upslope.web.looking_back.distribution import Distribution
from upslope.web.looking_back.models import BEST, WORST

_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def structured_data(course: Course, page: CoursePage, syllabus: Syllabus) -> dict[str, Any]:
    """Return the course without what learners said of it."""
    address = f"{settings.BASE_URL}{reverse('course')}"
    provider = {"@type": "Organization", "name": "Upslope", "url": settings.BASE_URL}
    data = {
        "@context": "https://schema.org",
        "@type": "Course",
        "@id": address,
        "url": address,
        "name": course.title,
        "description": page.lede or course.title,
        "inLanguage": page.language,
        "isAccessibleForFree": True,
        "timeRequired": _duration(syllabus.minutes),
        "provider": provider,
        "offers": {"@type": "Offer", "category": "Free", "price": 0},
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "Online",
            "courseWorkload": _duration(syllabus.minutes),
        },
        "syllabusSections": [
            {
                "@type": "Syllabus",
                "name": part.module.title,
                "description": part.module.summary,
                "timeRequired": _duration(part.minutes),
            }
            for part in syllabus.parts
        ],
    }
    written = {
        "teaches": list(page.outcomes),
        "coursePrerequisites": list(page.needs),
        "license": page.licence_address,
    }
    return data | {name: value for name, value in written.items() if value}


def opinions(spread: Distribution, reviews: Sequence[Review]) -> dict[str, Any]:
    """Return what learners said, to be laid over the course; nothing where there are too few ratings."""
    if not spread.is_shown:
        return {}
    scale = {"bestRating": BEST, "worstRating": WORST}
    whole = {"ratingValue": round(spread.mean, 1), "ratingCount": spread.total, **scale}
    each = [
        {
            "@type": "Review",
            "author": {"@type": "Person", "name": review.name},
            "datePublished": review.rating.changed.date().isoformat(),
            "reviewBody": review.rating.text,
            "reviewRating": {"@type": "Rating", "ratingValue": review.rating.stars, **scale},
        }
        for review in reviews
    ]
    return {"aggregateRating": {"@type": "AggregateRating", **whole}, "review": each}


def block(data: dict[str, Any]) -> SafeString:
    """Return the data as an element for the page's head; no text in it can end the element."""
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def _duration(minutes: int) -> str:
    """Return minutes the ISO 8601 way: PT1H30M."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
