"""What notebooks made elsewhere have in them: magic, modules that are not here, prints, other definitions."""

import random

from tests.grading.notebooks.mutations.kinds import (
    Mutant,
    Notebook,
    body_lines,
    cell_of,
    code,
    code_cells,
    functions,
    kind,
    losing,
    some,
    unchanged,
)

MAGIC = (
    "%matplotlib notebook",
    "%matplotlib inline",
    '%run "readonly/Heights.ipynb"',
    "!pip install pandas",
    "!pip install \\\n    pandas \\\n    seaborn",
    "?np.exp",
    "np.exp?",
    "f??",
    "found = %timeit -o 1 + 1",
    "files = !ls",
    "%time four = 2 + 2",
    "%load_ext autoreload",
    "%config InlineBackend.figure_format = 'svg'",
    "pip install torch",
    "%pylab inline",
)
IMPORTS = (
    "import pandas as pd\nframe = pd.DataFrame({'x': x})",
    "import seaborn as sns\nsns.set_theme()",
    "import torch\nt = torch.tensor([1.0])",
    "from tqdm import tqdm",
    "from readonly.heights import *",
    "from google.colab import drive\ndrive.mount('/content')",
    "import matplotlib\nmatplotlib.use('nbAgg')",
    "from scipy_of_old import norm",
    "data = np.loadtxt('heights.csv')",
    "open('notes.txt', 'w').write('hello')",
)
OWN = (
    "width = 5",
    "x, y = x[::2], y[::2]",
    "mu, sig, aggression = 1, 2, 3",
    "def fit(x, y, mu=150, sig=3, aggression=10, steps=2):\n    return np.full((3, 2), 9.0)",
    "def chi_squared(x, y, mu, sig):\n    raise RuntimeError('not now')",
    "def show_fit(*everything):\n    assert False",
    "assert abs(dfdmu(x, 155, 6)).max() < 0",
    "print('x' * 200_000)",
    "raise SystemExit",
    "exit()",
    "1 / 0",
    "input('how many? ')",
    "np.random.seed(3)\nnp.seterr(all='raise')",
    "np.set_printoptions(precision=1)",
    "import warnings\nwarnings.simplefilter('error')",
)


@kind
def magic_between_statements(rng: random.Random, notebook: Notebook) -> Mutant:
    for cell in code_cells(notebook):
        lines = rng.sample(MAGIC, 2)
        cell["source"] = f"{lines[0]}\n{cell['source']}\n{lines[1]}"
    return unchanged(notebook)


@kind
def magic_inside_functions(rng: random.Random, notebook: Notebook) -> Mutant:
    for name in functions(notebook):
        cell, _ = cell_of(notebook, name)
        lines = cell["source"].split("\n")
        where = rng.choice(body_lines(cell["source"]))
        lines.insert(
            where, "    " + rng.choice([line for line in MAGIC if "\n" not in line and "pylab" not in line])
        )
        cell["source"] = "\n".join(lines)
    return unchanged(notebook)


@kind
def a_cell_magic_that_is_python(rng: random.Random, notebook: Notebook) -> Mutant:
    for cell in code_cells(notebook):
        start = rng.choice(["%%time", "%%capture out", "%%timeit -n 1 -r 1", "%%prun", "\n%%time"])
        cell["source"] = f"{start}\n{cell['source']}"
    return unchanged(notebook)


@kind
def a_cell_magic_of_another_language(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    start = rng.choice(["%%bash", "%%writefile mine.py", "%%html", "%%script false", "%%javascript"])
    cell["source"] = f"{start}\n{cell['source']}"
    words = start.split()[0]
    return losing(
        notebook, name, f"{name} stands in code cell {number}, which begins with {words}, so Python"
    )


@kind
def modules_that_are_not_here(rng: random.Random, notebook: Notebook) -> Mutant:
    for name in functions(notebook):
        cell, _ = cell_of(notebook, name)
        cell["source"] = rng.choice(IMPORTS) + "\n" + cell["source"]
    return unchanged(notebook)


@kind
def cells_of_their_own(rng: random.Random, notebook: Notebook) -> Mutant:
    for source in rng.sample(OWN, 4):
        notebook["cells"].insert(rng.randrange(1, len(notebook["cells"])), code(source))
    return unchanged(notebook)


@kind
def below_a_condition(rng: random.Random, notebook: Notebook) -> Mutant:
    start = rng.choice(
        ["if True:", "if 1 < 2:", "try:\n    import torch\nexcept ImportError:", "with np.errstate():"]
    )
    for name in functions(notebook):
        cell, _ = cell_of(notebook, name)
        cell["source"] = start + "\n" + _indented(cell["source"])
    return unchanged(notebook)


@kind
def below_a_condition_that_is_false(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    cell["source"] = "if x is None:\n" + _indented(cell["source"])
    return losing(
        notebook, name, rf"below code cell {number}, line 1 \(“if x is None:”\), and that part never ran"
    )


@kind
def in_a_class(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    cell["source"] = "class Mine:\n" + _indented(cell["source"])
    return losing(notebook, name, rf"a method of the class in code cell {number}, line 1 \(“class Mine:”\)")


@kind
def as_lambda(rng: random.Random, notebook: Notebook) -> Mutant:
    for name in functions(notebook):
        cell, _ = cell_of(notebook, name)
        before = rng.choice(["", "1 / 0\n", "plt.plot(nothing)\n"])
        own = cell["source"].replace(f"def {name}(", f"def own_{name}(")
        cell["source"] = f"{before}{own}\n{name} = lambda *given: own_{name}(*given)"
    return unchanged(notebook)


@kind
def decorated(rng: random.Random, notebook: Notebook) -> Mutant:
    for name in functions(notebook):
        cell, _ = cell_of(notebook, name)
        start = rng.choice(
            [
                "def told(g):\n    return lambda *a: g(*a)\n@told",
                "from numba import njit\n@njit",
                "import numba as nb\n@nb.jit(nopython=True)",
                "import functools\n@functools.wraps(np.sum)",
            ]
        )
        cell["source"] = f"{start}\n{cell['source']}"
    return unchanged(notebook)


@kind
def written_twice(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, _ = cell_of(notebook, name)
    wrong = code(f"def {name}(*given):\n    return 3.5")
    place = notebook["cells"].index(cell) + rng.randrange(2)
    notebook["cells"].insert(place, wrong)
    if notebook["cells"][place - 1] is not cell:
        return unchanged(notebook)
    return losing(notebook, name, "returned one number, where an array")


def _indented(source: str) -> str:
    return "\n".join(f"    {line}" if line else line for line in source.split("\n"))
