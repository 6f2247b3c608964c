"""Silent stand-ins for plotting and notebook libraries, so that a notebook full of plots can be graded
without them.

Importing matplotlib takes longer than grading a whole notebook, and no mark depends on a picture. Whatever
is asked
of a stand-in gives another stand-in; nothing is drawn.
"""

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

import numpy as np

PLOTTING = frozenset({"matplotlib", "mpl_toolkits", "seaborn", "plotly", "bokeh", "altair", "pylab"})
NOTEBOOKS = frozenset({"IPython", "ipywidgets", "google"})
SEE_THROUGH = frozenset({"numba", "tqdm"})
SILENCED = PLOTTING | NOTEBOOKS | SEE_THROUGH
PYLAB_PLOTS = ("figure", "plot", "bar", "hist", "scatter", "contour", "contourf", "legend", "title", "show")


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

    def __setitem__(self, _: object, __: object) -> None:
        return None

    def __enter__(self) -> "StandIn":
        return self

    def __exit__(self, *_: object) -> None:
        return None


class SeeThrough(StandIn):
    """A library around the learner's own things: ``njit(f)`` is f, ``tqdm(range(3))`` goes through it."""

    def __init__(self, name: str, inside: Iterable[object] = ()) -> None:
        super().__init__(name)
        self._inside = inside

    def __getattr__(self, name: str) -> "SeeThrough":
        if name.startswith("__"):
            raise AttributeError(name)
        return SeeThrough(name)

    def __call__(self, *given: object, **_: object) -> object:  # type: ignore[override]
        """Return a function it is given as it is; else something that goes through what it is given."""
        if given and callable(given[0]):
            return given[0]
        if self.__name__ == "trange":
            return SeeThrough("bar", range(*given))  # type: ignore[call-overload]  # else the error is theirs
        inside = given[0] if given and isinstance(given[0], Iterable) else ()
        return SeeThrough(self.__name__, inside)

    def __iter__(self) -> Iterator[object]:  # type: ignore[override]
        return iter(self._inside)


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
        return (SeeThrough if spec.name.partition(".")[0] in SEE_THROUGH else StandIn)(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: a stand-in has no code. Only pylab brings the names of numpy: learners use them."""
        if module.__name__ == "pylab":
            module.__dict__.update({name: StandIn(name) for name in PYLAB_PLOTS})
            module.__dict__.update({name: getattr(np, name) for name in np.__all__}, np=np)
