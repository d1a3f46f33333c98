"""An entry's text in, where its type, key and fields stand in it out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.bibtex.scanning import FieldSpan, field_spans

_HEAD = re.compile(r"@[ \t\r\n]*([^\s{(]+)[ \t\r\n]*[{(]")


@dataclass(frozen=True, slots=True)
class EntrySpans:
    """Places in an entry's text, as slices.

    Attributes:
        entrytype, key: the type's word and the key; an empty slice where there is no key.
        fields: each field's name and value.
    """

    entrytype: tuple[int, int]
    key: tuple[int, int]
    fields: tuple[FieldSpan, ...]


def entry_spans(text: str) -> EntrySpans:
    """Where everything stands in the text of an entry block.

    Raises:
        ValueError: the text is no entry that reads well.
    """
    head = _HEAD.match(text)
    spans = field_spans(text, head.end()) if head else None
    if head is None or spans is None:
        raise ValueError("no entry")
    key, fields = spans
    return EntrySpans(head.span(1), key, tuple(fields))
