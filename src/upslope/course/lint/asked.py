"""What a variant asks, so that two that ask the same can be found."""

import hashlib
import json

from upslope.questions.registry import answer_type
from upslope.questions.variant import Variant


def asked(variant: Variant) -> str:
    """Return a fingerprint of all that a learner sees before an answer."""
    parts = [(part.type, part.label, answer_type(part.type).public(part.key)) for part in variant.parts]
    text = json.dumps([variant.prompt, parts], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
