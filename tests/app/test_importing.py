"""Articles coming into a library: what becomes of each work, and what is proposed for it."""

import pytest

from app import editing, finding
from app.apparatus import Work
from app.entry import Entry
from app.errors import UserError
from app.importing import (
    Choice,
    Decision,
    accept,
    propose,
    propose_apparatus,
    propose_text,
)
from tests.building import a_note, added, all_new, an_apparatus, an_entry, contents


def test_an_article_comes_in_as_one_step(library):
    apparatus = an_apparatus()
    _, changes = accept(library, apparatus, all_new(apparatus))
    assert changes.name == "Import 3 works from Weiss 2011"
    assert len(finding.find_ids(library)) == 4, "three works and the article itself"
    library.undo()
    assert all(not rows for rows in contents(library).values())


def test_a_stored_apparatus_reads_as_it_was_accepted(library):
    apparatus = an_apparatus()
    article, _ = accept(library, apparatus, all_new(apparatus))
    stored = finding.apparatus(library, article)
    assert stored.notes == apparatus.notes
    assert [work.entry.fields for work in stored.works] == [work.entry.fields for work in apparatus.works]
    assert stored.article.fields == apparatus.article.fields
    assert stored.source == apparatus.source


def test_each_work_is_new_the_same_or_left_out_as_the_user_says(library):
    standing = added(library, key="hsd", title="The Making of a Missile Crisis")
    decisions = {
        "dinerstein1976": Decision(Choice.SAME, standing),
        "castro1962": Decision(Choice.SKIP),
        "ulam1974": Decision(Choice.NEW),
    }
    article, changes = accept(library, an_apparatus(), decisions)
    assert changes.name == "Import 2 works from Weiss 2011"
    assert [m.note_position for m in finding.mentions(library, standing)] == [1, 2]
    notes = finding.apparatus(library, article).notes
    assert [c.work for c in notes[2].citations] == [None, "ulam1974"]
    assert "left out" in notes[2].citations[0].reason
    assert notes[4].citations[0].reason == "Two works stand before it."


def test_an_entry_is_enriched_only_when_the_user_says_so(library):
    standing = added(library, title="The Making of a Missile Crisis", date="")
    work = Work("w", an_entry(publisher="Johns Hopkins", title="Another spelling"))
    apparatus = an_apparatus(works=(work,), notes=())
    accept(library, apparatus, {"w": Decision(Choice.SAME, standing)})
    assert finding.card(library, standing).entry.get("publisher") == ""
    accept(library, apparatus, {"w": Decision(Choice.SAME, standing, enrich=True)})
    entry = finding.card(library, standing).entry
    assert (entry.get("publisher"), entry.get("date")) == ("Johns Hopkins", "1976")
    assert entry.get("title") == "The Making of a Missile Crisis", "what it has stays"


def test_an_entry_takes_only_the_fields_that_were_chosen(library):
    standing = added(library, title="The Making of a Missile Crisis", date="")
    apparatus = an_apparatus(works=(Work("w", an_entry(publisher="Johns Hopkins")),), notes=())
    accept(library, apparatus, {"w": Decision(Choice.SAME, standing, enrich=True, fields=("publisher",))})
    entry = finding.card(library, standing).entry
    assert (entry.get("publisher"), entry.get("date")) == ("Johns Hopkins", "")


def test_the_same_article_again_is_not_doubled(library):
    apparatus = an_apparatus()
    article, _ = accept(library, apparatus, all_new(apparatus))
    proposal = propose_apparatus(library, apparatus)
    assert proposal.known_article == article
    assert [work.choice for work in proposal.works] == [Choice.SAME] * 3
    again, changes = accept(library, apparatus, {w.work_id: Decision(w.choice, w.same_as) for w in proposal.works})
    assert (again, changes.name) == (article, "Read the notes of Weiss 2011 again")
    assert len(finding.articles(library)) == 1
    assert len(finding.find_ids(library)) == 4
    assert finding.apparatus(library, article).notes == finding.apparatus(library, again).notes
    assert finding.articles(library)[0].notes == 5


def test_another_part_of_an_article_does_not_take_the_place_of_the_first(library):
    first, _ = accept(library, an_apparatus(), all_new(an_apparatus()))
    later = an_apparatus(works=(), notes=(a_note(6, "A remark on the archives of the Foreign Ministry in Havana."),))
    assert propose_apparatus(library, later).known_article is None
    second, _ = accept(library, later, {})
    assert second != first
    assert [card.notes for card in finding.articles(library)] == [1, 5]
    assert len({card.entry_id for card in finding.articles(library)}) == 1, "both are of one article"


def test_notes_corrected_since_are_known_again(library):
    apparatus = an_apparatus()
    article, _ = accept(library, apparatus, all_new(apparatus))
    corrected = (a_note(1, "Herbert S. Dinerstein, The Making of a Missile Crisis (1976)."), *apparatus.notes[1:3])
    again, _ = accept(library, an_apparatus(notes=corrected), all_new(apparatus))
    assert again == article
    assert finding.articles(library)[0].notes == 3
    library.undo()
    assert finding.apparatus(library, article).notes == apparatus.notes


def test_a_work_that_the_library_has_is_proposed_as_the_same(library):
    standing = added(
        library, title="The Making of a Missile Crisis", date="1976", publisher="Johns Hopkins University Press"
    )
    (first, second, _) = propose_apparatus(library, an_apparatus()).works
    assert (first.choice, first.same_as) == (Choice.SAME, standing)
    assert first.candidates[0].comparison.sentence()
    assert (second.choice, second.same_as, second.candidates) == (Choice.NEW, None, ())


def test_a_work_of_few_words_is_known_again_when_it_says_the_very_same(library):
    scant = Work("w", Entry("misc", {"title": "Notes"}))
    first = propose_apparatus(library, an_apparatus(works=(scant,), notes=())).works[0]
    assert first.choice is Choice.NEW
    entry_id, _ = editing.add_entry(library, scant.entry)
    again = propose_apparatus(library, an_apparatus(works=(scant,), notes=())).works[0]
    assert (again.choice, again.same_as) == (Choice.SAME, entry_id)


def test_proposing_writes_nothing(library):
    before = contents(library)
    propose_apparatus(library, an_apparatus())
    assert contents(library) == before
    assert library.undo_name() == ""


def test_matches_follow_what_becomes_of_the_library(library):
    entry = an_entry(title="The Making of a Missile Crisis")
    standing = added(library, title="The Making of a Missile Crisis")
    assert [c.id for c in library.look_alikes(entry)] == [standing]
    editing.change_entry(library, standing, Entry("book", {"title": "Kremlinology", "author": "Weiss, Clara"}))
    assert library.look_alikes(entry) == []
    library.undo()
    assert [c.id for c in library.look_alikes(entry)] == [standing]
    editing.delete_entries(library, [standing])
    assert library.look_alikes(entry) == []


def test_works_get_keys_by_the_pattern_of_the_library(library):
    library.set_setting("key_pattern", "[auth:upper]")
    accept(library, an_apparatus(), all_new(an_apparatus()))
    assert {finding.card(library, i).entry.key for i in finding.find_ids(library)} == {
        "DINERSTEIN", "CASTRO", "ULAM", "WEISS",
    }  # fmt: skip


def test_pasted_text_with_notes_is_proposed(library):
    text = "Notes\n1. Herbert S. Dinerstein, The Making of a Missile Crisis (Baltimore, 1976), 12.\n2. Ibid., 56.\n"
    proposal = propose_text(library, text)
    assert [note.note.label for note in proposal.apparatus.notes] == ["1", "2"]
    assert len(proposal.works) == 1


NO_PAGES = [
    ("missing.txt", None),
    ("empty.txt", b""),
    ("blank.txt", b" \n\n"),
    ("picture.txt", bytes(range(256)) * 20),
    ("prose.txt", b"This page has words but no notes at all.\n" * 5),
]


@pytest.mark.parametrize(("name", "content"), NO_PAGES, ids=[row[0] for row in NO_PAGES])
def test_a_page_that_cannot_be_read_is_told_and_changes_nothing(library, tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = contents(library)
    with pytest.raises(UserError) as told:
        propose(library, path)
    assert told.value.message.endswith(".")
    assert told.value.advice.endswith(".")
    assert contents(library) == before
