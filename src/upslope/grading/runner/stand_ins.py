"""Silent stand-ins for plotting and notebook libraries, so that a notebook full of plots can be graded
without them.

Importing matplotlib takes longer than grading a whole notebook, and no mark depends on a picture. Whatever
is asked
of a stand-in gives another stand-in; nothing is drawn.
"""

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType

SILENCED = frozenset({"matplotlib", "mpl_toolkits", "IPython", "ipywidgets", "seaborn", "plotly", "pylab"})


class StandIn(ModuleType):
    """A module, class, function or value that does nothing, as often as it is asked."""

    __path__: list[str] = []  # noqa: RUF012  (the import system reads this name from the module itself)

    def __init__(self, name: str) -> None:
        super().__init__(name)

    def __getattr__(self, name: str) -> "StandIn":
        if name.startswith("__"):
            raise AttributeError(name)
        return StandIn(name)

    def __call__(self, *_: object, **__: object) -> "StandIn":
        """Return another stand-in."""
        return StandIn("result")

    def __iter__(self) -> Iterator["StandIn"]:
        return iter((StandIn("first"), StandIn("second")))  # for: figure, axes = plt.subplots()

    def __getitem__(self, _: object) -> "StandIn":
        return StandIn("item")

    def __enter__(self) -> "StandIn":
        return self

    def __exit__(self, *_: object) -> None:
        return None


class StandInFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds a stand-in for every module of the silenced libraries."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Return a spec for a silenced module, None for all others."""
        if name.partition(".")[0] not in SILENCED or name in sys.modules:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """Return the stand-in."""
        return StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: a stand-in has no code."""
