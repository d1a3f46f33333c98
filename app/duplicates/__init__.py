"""Duplicates: records in, the groups and pairs that may be one work out, and a proposal how to merge them."""

from app.duplicates.findings import (
    Decision,
    DuplicateFindings,
    DuplicateGroup,
    DuplicatePair,
    FieldProposal,
    MergeProposal,
)
from app.duplicates.judging import Memory
from app.duplicates.proposing import JOINED_FIELDS, propose_merge
from app.duplicates.records import read_records, write_pairs
from app.duplicates.searching import find_duplicates

__all__ = [
    "JOINED_FIELDS",
    "Decision",
    "DuplicateFindings",
    "DuplicateGroup",
    "DuplicatePair",
    "FieldProposal",
    "Memory",
    "MergeProposal",
    "find_duplicates",
    "propose_merge",
    "read_records",
    "write_pairs",
]
