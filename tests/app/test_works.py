"""From notes to an apparatus: kinds, works once each, ids."""

from __future__ import annotations

import pytest

from app.apparatus import Kind, NoteText
from app.entry import Entry
from app.errors import Cancelled
from app.progress import Progress
from app.works import name_works, read_apparatus, rename_works


def _notes(*texts: str) -> list[NoteText]:
    return [NoteText(position, str(position), text) for position, text in enumerate(texts, 1)]


DOE = "J. Doe, The Long Road (London: Faber, 1990), 4."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.EMPTY),
        (DOE, Kind.CITATION),
        ("For a contrary view, see " + DOE, Kind.CITATION),
        ("See, for example, " + DOE, Kind.CITATION),
        ("It is not known whether he ever came back.", Kind.COMMENTARY),
        (DOE + " Doe argues that nobody was to blame for it.", Kind.MIXED),
        ("Nobody believed that he would ever return to the town. " + DOE, Kind.MIXED),
    ],
)
def test_a_note_is_of_the_kind_that_what_is_left_of_it_says(text: str, kind: Kind) -> None:
    (note,) = read_apparatus(None, _notes(text)).notes
    assert note.kind is kind


def test_every_note_is_listed_and_every_link_leads_to_a_work() -> None:
    notes = _notes(DOE, "", "Ibid., 5.", "Nothing is known of it.", "Roe, op. cit., 3.", "Doe, Long Road, 7.")
    apparatus = read_apparatus(None, notes)
    assert [note.note for note in apparatus.notes] == notes
    ids = {work.id for work in apparatus.works}
    assert {c.work for note in apparatus.notes for c in note.citations} == ids | {None}


def test_works_are_in_the_order_of_their_first_citation_and_carry_their_id_as_key() -> None:
    apparatus = read_apparatus(None, _notes("A. Zed, The Last (London: Faber, 1999), 1.", DOE, "Zed, Last, 3."))
    assert [work.id for work in apparatus.works] == ["zed1999", "doe1990"]
    assert [work.entry.key for work in apparatus.works] == ["zed1999", "doe1990"]


def test_footage_without_author_and_title_is_named_by_its_site() -> None:
    seen = {"eprint": "x", "eprinttype": "youtube", "urldate": "2009-05-13"}
    assert name_works([Entry("online", seen), Entry("online", {**seen, "organization": "Vimeo"})]) == (
        "youtube2009",
        "vimeo2009",
    )


def test_ids_are_plain_and_unique() -> None:
    entries = [
        Entry("book", {"author": "Müller, Jörg", "date": "1990"}),
        Entry("book", {"author": "Müller, Jörg", "date": "1990-05"}),
        Entry("book", {"title": "Über alles"}),
        Entry("misc", {"title": "… !"}),
        Entry("misc", {}),
        Entry("book", {"author": "中村, 太郎"}),
    ]
    ids = name_works(entries)
    assert ids[:3] == ("muller1990", "muller1990a", "uber")
    assert len(set(ids)) == len(ids)
    assert all(name.isascii() and name.isalnum() for name in ids)


def test_renaming_changes_works_keys_and_links_together() -> None:
    apparatus = rename_works(read_apparatus(None, _notes(DOE, "Ibid., 5.")), {"doe1990": "Doe:1990"})
    assert apparatus.works[0].id == apparatus.works[0].entry.key == "Doe:1990"
    assert [c.work for note in apparatus.notes for c in note.citations] == ["Doe:1990", "Doe:1990"]


def test_two_works_never_get_one_id() -> None:
    apparatus = read_apparatus(None, _notes(DOE, "A. Roe, The Cut (London: Faber, 1991), 5."))
    with pytest.raises(ValueError, match="one id"):
        rename_works(apparatus, {"doe1990": "same", "roe1991": "same"})


def test_the_reader_can_stop_the_reading() -> None:
    with pytest.raises(Cancelled):
        read_apparatus(None, _notes(DOE), progress=Progress(stop_requested=lambda: True))


def test_a_page_without_notes_has_an_empty_apparatus() -> None:
    apparatus = read_apparatus(None, [])
    assert (apparatus.works, apparatus.notes) == ((), ())
