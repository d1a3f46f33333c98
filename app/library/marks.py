"""The mark of an entry: two entries that a .bib file would write alike have the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b

from app.entry import Entry

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def mark_of(entry: Entry, aliases: Iterable[str] = ()) -> str:
    """A short text that changes with the type, the key, any field, or the aliases that go along."""
    said = [entry.entrytype, entry.key, sorted(entry.fields.items()), sorted(alias.casefold() for alias in aliases)]
    return blake2b(_ENCODER.encode(said).encode(errors="replace"), digest_size=12).hexdigest()
