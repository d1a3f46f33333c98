"""Text that was copied in; which kind of file of entries it would be, by its ending, out."""

from __future__ import annotations

import re

BIBTEX = re.compile(r"^\s*@\w+\s*[{(]", re.MULTILINE)
RIS = re.compile(r"^TY  ?- ?\S", re.MULTILINE)
CSL_JSON = re.compile(r'(\[\s*)?\{\s*"(?=.*"(type|id|title)"\s*:)', re.DOTALL)
MODS = re.compile(r"<(\w+:)?mods(Collection)?\b")
ENDNOTE = re.compile(r"<records?\b")
HEAD = 4_000


def ending_of(text: str) -> str:
    """The ending of the file of entries that the text could be: ".bib", ".ris", ".json", ".mods", ".xml"; "" for notes.

    The marks are those by which the formats begin: RIS every record with TY, CSL-JSON a list of objects, MODS and
    EndNote XML with their own elements.
    """
    head = text.lstrip()[:HEAD]
    if head.startswith("<"):
        return ".mods" if MODS.search(head) else ".xml" if ENDNOTE.search(head) else ""
    if CSL_JSON.match(head):
        return ".json"
    if RIS.search(text):
        return ".ris"
    return ".bib" if BIBTEX.search(text) else ""
