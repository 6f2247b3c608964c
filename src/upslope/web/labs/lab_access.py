"""From an address to the lab, and to the signed-in learner's own work on it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.http import Http404

from upslope.course.schema import Item
from upslope.grading.lab import Lab, load_lab
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import all_files, current_item
from upslope.web.labs.models import LabWork
from upslope.web.labs.work import open_work


@dataclass(frozen=True)
class OpenLab:
    """A lab with the work of the learner who asked for it. Nobody else's work can be reached through one."""

    item: Item
    lab: Lab
    work: LabWork

    @property
    def key(self) -> tuple[int, str]:
        """What the learner's session is filed under."""
        return self.work.user_id, self.item.full_id


def open_lab(request: LearnerRequest, module: str, item: str) -> OpenLab:
    """Return the lab at this address with the asking learner's work; raise Http404 if there is none."""
    return open_item(request, current_item(f"{module}/{item}"))


def open_item(request: LearnerRequest, item: Item) -> OpenLab:
    """Return a course item's lab with the asking learner's work; raise Http404 if it is no lab."""
    lab = lab_of(item)
    return OpenLab(item, lab, open_work(request.user, item.full_id, lab))


def lab_of(item: Item) -> Lab:
    """Return the item's lab, read again when a file of it changes; raise Http404 if it is no lab."""
    if item.path is None or not item.has_notebook:
        raise Http404(item.full_id)
    newest = max(file.stat().st_mtime_ns for file in all_files(item.path))
    return _loaded(item.path, newest)


@lru_cache(maxsize=16)
def _loaded(path: Path, newest: int) -> Lab:
    return load_lab(path)
