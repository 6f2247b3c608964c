"""Runs learner code in confined children: starts them, talks with them, ends them, and says how well they
are shut in.
"""

from upslope.grading.sandbox.sandbox import Sandbox as Sandbox
