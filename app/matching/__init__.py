"""Matching: two entries in, whether they are one work and why out; or one entry and an index, its look-alikes out."""

from app.matching.comparing import compare
from app.matching.index import Candidate, MatchIndex
from app.matching.outcome import LIKELY, Agreement, Comparison, Outcome, Reason, Relation

__all__ = ["LIKELY", "Agreement", "Candidate", "Comparison", "MatchIndex", "Outcome", "Reason", "Relation", "compare"]
