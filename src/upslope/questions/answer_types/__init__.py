"""The kinds of answer there are: one file each. See ``upslope.questions.registry``."""
