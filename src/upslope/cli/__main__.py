"""``python -m upslope.cli``: the command where it is not on the path."""

import sys

from upslope.cli import main

sys.exit(main())
