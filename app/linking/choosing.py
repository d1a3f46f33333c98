"""Which entries a linked .bib file has: their ids in the order of their keys, so that the file's order is stable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from app import finding
from app.bibtex.keying import named_keys
from app.cited_keys import read_cited_keys
from app.entry import Entry
from app.errors import UserError
from app.library import Library


class What(StrEnum):
    """Which entries a linked file has."""

    ALL = "all"
    GROUP = "group"
    ARTICLE = "article"
    CITED = "cited"


def chosen_ids(library: Library, what: What, of: str) -> tuple[list[int], tuple[str, ...]]:
    """The entries of a link, by their keys, and the keys asked for that the library does not have.

    Raises:
        UserError: the paper cannot be read, or the group or the article is gone.
    """
    missing: tuple[str, ...] = ()
    ids: Iterable[int]
    if what is What.ALL:
        return _by_key(dict(finding.entries(library))), missing
    if what is What.GROUP:
        _refuse_gone(of, (group.id for group in finding.groups(library)), "group")
        ids = finding.find_ids(library, group=int(of))
    elif what is What.ARTICLE:
        _refuse_gone(of, (article.id for article in finding.articles(library)), "article")
        ids = finding.find_ids(library, article=int(of))
    else:
        return ids_cited_in(library, Path(of))
    return _by_key(_with_parents(library, ids)), missing


def ids_cited_in(library: Library, paper: Path) -> tuple[list[int], tuple[str, ...]]:
    r"""The entries whose keys or former keys a paper (.aux or .tex) cites, and the keys that the library does not have.

    What they name in crossref, xdata or related comes along, and all entries where the paper says \nocite{*}.

    Raises:
        UserError: the paper cannot be read.
    """
    cited = read_cited_keys(paper)
    found = {key: finding.id_of_key(library, key) for key in cited.keys}
    missing = tuple(key for key, entry_id in found.items() if entry_id is None)
    if cited.is_everything:
        return _by_key(dict(finding.entries(library))), missing
    return _by_key(_with_parents(library, (i for i in found.values() if i is not None))), missing


def _refuse_gone(of: str, standing: Iterable[int], noun: str) -> None:
    if not of.isdigit() or int(of) not in set(standing):
        raise UserError(
            f"The {noun} is gone",
            f"The {noun} of a linked file is no longer in the library, so the file is not written.",
            "Undo its removal, or remove the link.",
        )


def _by_key(entries: Mapping[int, Entry]) -> list[int]:
    return sorted(entries, key=lambda i: (entries[i].key.casefold(), entries[i].key, i))


def _with_parents(library: Library, ids: Iterable[int]) -> dict[int, Entry]:
    """The entries, and those that they name (crossref, xdata, related ...): biber looks for these in the same file."""
    found: dict[int, Entry] = {}
    wanted = list(dict.fromkeys(ids))
    while wanted:
        new = dict(finding.entries(library, wanted))
        found |= new
        named = {key for entry in new.values() for key in _lenders(entry)}
        owners = (finding.id_of_key(library, key) for key in sorted(named))
        wanted = [i for i in owners if i is not None and i not in found]
    return found


def _lenders(entry: Entry) -> list[str]:
    return [key for keys in named_keys(entry).values() for key in keys if key]
