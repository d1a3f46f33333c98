"""A linked file that was changed outside in; what differs, and by the user's choice one step that merges it, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select

from app import finding
from app.bibtex import BibFile, Dialect, read_bib
from app.bibtex.keying import with_keys
from app.cards import Changes
from app.citekeys import DEFAULT_PATTERN, make_key
from app.counting import counted
from app.editing import move_key
from app.entry import Entry
from app.errors import UserError
from app.library import Library
from app.library.keys import owner_of, taken_keys, without_ids
from app.library.opened import Writing
from app.library.reading import entries_by_id
from app.library.references import follow_keys
from app.library.removing import remove_entries
from app.library.writing_entries import add_aliases, write_new, write_over
from app.linking.choosing import What
from app.linking.keeping import LinkedFile, linked_file, path_of, written_text
from app.linking.writing import (
    LinkReport,
    LinkState,
    beside_entries,
    digest_of,
    linked_ids,
    read_linked,
    text_of,
    write_link,
)
from app.reconciling import CITATION_KEY, ENTRY_TYPE, WHOLE, Choices, Comparison, Side, compare, merged, side_of
from models.grouping import Membership


@dataclass(frozen=True)
class LinkComparison:
    """A linked file, what is said differently in it and in the library, and what the file was known by then.

    `owners` are the library's entries by their keys as the file has them, in small letters; `added` are those that
    someone put into the file although they are not among the link's own.
    """

    link: LinkedFile
    comparison: Comparison
    digest: str
    owners: Mapping[str, int]
    added: tuple[int, ...] = ()


@dataclass(frozen=True)
class MergedLink:
    """What has become of the file, and what of the library."""

    report: LinkReport
    changes: Changes


def compare_link(library: Library, link_id: int) -> LinkComparison:
    """What was written to a linked file, what it says now and what the library says now, entry by entry.

    An entry that someone added to the file and the library has elsewhere is compared with that.

    Raises:
        UserError: the file is not linked or cannot be read, or its entries cannot be told.
    """
    link = linked_file(library, link_id)
    path = path_of(library, link)
    seen = digest_of(path)
    outside = entries_of(read_linked(path))
    ids, _ = linked_ids(library, link)
    written = entries_of(read_bib(written_text(library, link).encode()))
    own = entries_of(read_bib(text_of(library, link, ids).encode()))
    there = {key.casefold() for key in (*own, *written)}
    known = (finding.id_of_key(library, key) for key in outside if key.casefold() not in there)
    added = sorted({i for i in known if i is not None} - set(ids))
    if added:
        own |= entries_of(read_bib(text_of(library, replace(link, comments="", broken=""), added).encode()))
    owners = _owners(library, [*ids, *added], link.options.dialect or Dialect.BIBLATEX)
    return LinkComparison(link, compare(written, outside, own), seen, owners, tuple(added))


def merge_link(library: Library, compared: LinkComparison, choices: Choices) -> MergedLink:
    """Bring what was chosen of the file into the library, as one step, and write the file anew.

    Comments, @string and what could not be read stay in the file. An entry deleted in the file is taken out of the
    group that the file is linked to; where the file has the whole library, it is deleted.

    Raises:
        UserError: the file or the library was changed once more in the meantime, or a key is taken; nothing was done.
        ValueError: a conflict has not been decided.
    """
    link = linked_file(library, compared.link.id)
    path = path_of(library, link)
    now = compare_link(library, link.id)
    if now.digest != compared.digest or now.comparison.differences != compared.comparison.differences:
        raise UserError(
            "Something has changed", f"{path.name} or the library was changed once more.", "Compare them again."
        )
    wanted = merged(compared.comparison, choices)
    comments, broken = beside_entries(read_linked(path))
    with library.changing("Merge changes") as writing:
        _apply(writing, library.key_pattern, link, compared, wanted, choices)
        writing.rows.name = f"Merge {counted(len(wanted), 'entry', 'entries')} from {path.name}"
    link = replace(link, comments=comments, broken=broken)
    ids, missing = linked_ids(library, link)
    link = replace(link, entries=len(ids), missing=missing)
    link = write_link(library, link, text_of(library, link, ids), ids)
    return MergedLink(LinkReport(link, path, LinkState.WRITTEN), writing.changes)


def entries_of(bibfile: BibFile) -> dict[str, Entry]:
    """A file's entries by their keys; one without, or a second with the same that says anything else, gets its own."""
    found: dict[str, Entry] = {}
    folded: dict[str, Entry] = {}
    for _, entry in bibfile.entries():
        first = key = entry.key or make_key(entry, DEFAULT_PATTERN, set(folded))
        number = 2
        while (before := folded.get(key.casefold())) is not None and not before.says_the_same(entry):
            key, number = f"{first}-{number}", number + 1
        if before is None:
            found[key] = folded[key.casefold()] = replace(entry, key=key)
    return found


def _apply(
    writing: Writing,
    pattern: str,
    link: LinkedFile,
    compared: LinkComparison,
    wanted: Mapping[str, Entry | None],
    choices: Choices,
) -> None:
    own = compared.comparison.library
    owners = {key: owner for key in wanted if (owner := _owner(writing, compared, key)) is not None}
    _let_go(writing, link, [owners[key] for key, entry in wanted.items() if entry is None and key in owners])
    new: list[Entry] = []
    over: dict[int, Entry] = {}
    for key, entry in wanted.items():
        if entry is None or key in own:
            continue
        if key in owners and entry.key.casefold() == key.casefold():
            # The library has taken it out of what the file has, not deleted it.
            standing = entries_by_id(writing.session, [owners[key]])[owners[key]]
            over[owners[key]] = standing.with_fields(**without_ids(entry)[0].fields)
        else:
            new.append(entry)
    aliases, renamed = _take_fields(writing, compared.comparison, choices, owners, over)
    write_over(writing, over)
    follow_keys(writing, renamed)
    added, more = _add(writing, pattern, new)
    add_aliases(writing, [*aliases, *more])
    if link.what is What.GROUP:
        back = [owners[key] for key in wanted if key in owners and key not in own]
        _put_in_group(writing, int(link.of), [*compared.added, *back, *added])


def _owners(library: Library, ids: Iterable[int], dialect: Dialect) -> dict[str, int]:
    """Entries by their keys as a .bib file has them, where a blank, say, cannot be."""
    found = list(finding.entries(library, list(ids)))
    written = with_keys((entry for _, entry in found), dialect)
    return {entry.key.casefold(): i for (i, _), entry in zip(found, written, strict=True)}


def _owner(writing: Writing, compared: LinkComparison, key: str) -> int | None:
    owner = compared.owners.get(key.casefold())
    return owner_of(writing.session, key) if owner is None else owner


def _take_fields(
    writing: Writing, comparison: Comparison, choices: Choices, owners: Mapping[str, int], over: dict[int, Entry]
) -> tuple[list[tuple[int, str]], dict[str, str]]:
    """Take the file's single values into `over`; the further keys that it gives, and the keys that it changes."""
    standing = entries_by_id(writing.session, owners.values())
    aliases: list[tuple[int, str]] = []
    renamed: dict[str, str] = {}
    for difference in comparison.differences:
        if difference.name == WHOLE or side_of(difference, choices) is not Side.FILE:
            continue
        owner = owners[difference.key]
        entry = over.get(owner, standing[owner])
        if difference.name == CITATION_KEY:
            move_key(writing, owner, difference.file)
            renamed[entry.key] = difference.file
            over[owner] = replace(entry, key=difference.file)
        elif difference.name == "ids":
            named = Entry("misc", {"ids": difference.file})
            aliases += [(owner, alias) for alias in without_ids(named)[1]]
        else:
            over[owner] = _changed(entry, difference.name, difference.file)
    return aliases, renamed


def _changed(entry: Entry, name: str, value: str) -> Entry:
    return replace(entry, entrytype=value) if name == ENTRY_TYPE else entry.with_fields(**{name: value})


def _add(writing: Writing, pattern: str, new: Iterable[Entry]) -> tuple[list[int], list[tuple[int, str]]]:
    """Add entries; their ids, and the aliases that they bring along."""
    taken = taken_keys(writing.session)
    keyed, others = [], []
    for entry in new:
        plain, aliases = without_ids(entry)
        key = make_key(plain, pattern, taken)
        taken.add(key.casefold())
        keyed.append(replace(plain, key=key))
        others.append(aliases)
    ids = write_new(writing, keyed)
    return ids, [(i, alias) for i, aliases in zip(ids, others, strict=True) for alias in aliases]


def _put_in_group(writing: Writing, group_id: int, ids: Iterable[int]) -> None:
    standing = set(writing.session.scalars(select(Membership.entry_id).where(Membership.group_id == group_id)))
    rows = [{"group_id": group_id, "entry_id": i} for i in dict.fromkeys(ids) if i not in standing]
    writing.rows.insert(Membership, rows)


def _let_go(writing: Writing, link: LinkedFile, ids: list[int]) -> None:
    """What an entry deleted in the file means. Which works an article or a paper cites is not for the file to say."""
    if link.what is What.ALL:
        remove_entries(writing, ids)
    elif link.what is What.GROUP:
        question = select(Membership.id).where(Membership.group_id == int(link.of), Membership.entry_id.in_(ids))
        writing.rows.delete(Membership, writing.session.scalars(question))
