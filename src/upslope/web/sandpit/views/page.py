"""The page of a lab with a sandpit: the lab's own, and below its cells the walk and the race."""

from django.http import HttpResponse

from upslope.course.schema import Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.lab_access import open_item
from upslope.web.labs.views.page import show_lab
from upslope.web.sandpit.access import pit_work
from upslope.web.sandpit.panel import race_context, walk_context
from upslope.web.sandpit.posted import linked_pit, linked_race


def sandpit_lab_page(request: LearnerRequest, item: Item) -> HttpResponse:
    """Show the lab. An address may name a pit (``?pit=rocks-17``) and a race (``?race=7``) to try."""
    here = open_item(request, item)
    work = pit_work(here)
    walk = walk_context(here, work, linked_pit(request.GET))
    race = race_context(here, work, linked_race(request.GET))
    return show_lab(request, here, "sandpit/lab.html", {**race, **walk, "is_racing": race["is_running"]})
