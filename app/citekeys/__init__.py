"""Entries in, citation keys out: by a pattern, in plain letters, each once whatever the case.

Patterns are JabRef's ("[auth:lower][year]") or Better BibTeX's ("auth.lower + shorttitle(3,3) + year"). The default one
gives dinerstein1967, and for what has no author what a historian would look for: itartass2005-10-18.
"""

from app.citekeys.keys import DEFAULT_PATTERN, KeySet, is_good_key, make_key, make_keys
from app.citekeys.patterns import PatternError, check_pattern

__all__ = ["DEFAULT_PATTERN", "KeySet", "PatternError", "check_pattern", "is_good_key", "make_key", "make_keys"]
