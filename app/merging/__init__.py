"""Duplicates in the library: found, decided, merged; every key, field and link to a note is kept."""

from app.merging.deciding import (
    decide_all_different,
    decide_all_related,
    decide_different,
    decide_related,
    decisions,
    related_works,
    told_apart,
    withdraw_decision,
    withdraw_decisions,
)
from app.merging.finding_duplicates import LibrarySearch, begin_search, end_search, find_library_duplicates
from app.merging.history import PastMerge, past_merges, typed_fields
from app.merging.merging import merge_certain, merge_entries
from app.merging.unmerging import unmerge_entry

__all__ = [
    "LibrarySearch",
    "PastMerge",
    "begin_search",
    "decide_all_different",
    "decide_all_related",
    "decide_different",
    "decide_related",
    "decisions",
    "end_search",
    "find_library_duplicates",
    "merge_certain",
    "merge_entries",
    "past_merges",
    "related_works",
    "told_apart",
    "typed_fields",
    "unmerge_entry",
    "withdraw_decision",
    "withdraw_decisions",
]
