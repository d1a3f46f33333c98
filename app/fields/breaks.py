"""A value with a line break's hyphen in it ("Weav- ing") in, the word as it was written out."""

from __future__ import annotations

import re

_BREAK = re.compile(r"(?<=[a-zà-ÿß])[-‐­]\s(?!(?:and|or|und|oder|bzw|et|ou|y|o|e|to|bis|sowie)\b)(?=[a-zà-ÿß])")


def mend_breaks(value: str) -> str:
    """Join what a line break parted; "pre- and post-war" stays as it is, and so does every other misprint."""
    return _BREAK.sub("", value) if "- " in value or "‐ " in value else value
