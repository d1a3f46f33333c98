from pathlib import Path

import pytest

from app import editing, finding
from app.entry import Entry
from app.errors import UserError
from app.importing import accept
from tests.building import added, all_new, an_apparatus, an_entry, contents


def test_an_entry_keeps_every_field_it_was_given(library):
    entry = Entry(
        "thesis", {"author": "Weiss, Clara", "title": "{NATO} at Sea", "shelfmark": "Q 17", "date": "1999"}, "w"
    )
    entry_id, _ = editing.add_entry(library, entry)
    assert finding.card(library, entry_id).entry == entry


def test_what_no_database_keeps_is_left_out(library):
    entry_id, _ = editing.add_entry(
        library, Entry("book", {"title": "A\0B \udce4", "odd": "\0", "author": "X\0, Y"}, "k")
    )
    entry = finding.card(library, entry_id).entry
    assert (entry.get("title"), entry.get("author"), entry.get("odd")) == ("AB ?", "X, Y", "")


@pytest.mark.parametrize(
    ("title", "shown"),
    [("{NATO} at {{Sea}}", "NATO at Sea"), (r"On \emph{Granma}", "On Granma"), (r"Fish \& Chips", "Fish & Chips")],
)
def test_the_table_shows_titles_without_braces_and_commands(library, title, shown):
    assert finding.rows(library, [added(library, title=title)])[0].title == shown


def test_a_missing_key_is_made_and_a_taken_one_gets_a_letter(library):
    first, second, third = added(library), added(library), added(library, key="dinerstein1976")
    keys = [finding.card(library, i).entry.key for i in (first, second, third)]
    assert len(set(keys)) == 3
    assert all(key.casefold().startswith("dinerstein") for key in keys)


def test_keys_that_differ_only_in_case_are_one_key(library):
    added(library, key="Castro")
    other = added(library, key="castro")
    assert finding.card(library, other).entry.key.casefold() != "castro"


def test_a_changed_key_leaves_the_former_as_alias(library):
    entry = added(library, key="old")
    editing.change_entry(library, entry, an_entry("new"))
    card = finding.card(library, entry)
    assert (card.entry.key, card.aliases) == ("new", ("old",))
    assert finding.id_of_key(library, "OLD") == entry
    editing.change_entry(library, entry, an_entry("old"))
    card = finding.card(library, entry)
    assert (card.entry.key, card.aliases) == ("old", ("new",))


def test_entries_that_name_a_key_follow_it(library):
    whole = added(library, key="whole", title="The Whole")
    part = added(library, key="part", entrytype="incollection", crossref="WHOLE", related="other, whole")
    editing.change_entry(library, whole, an_entry("collected", title="The Whole"))
    fields = finding.card(library, part).entry.fields
    assert (fields["crossref"], fields["related"]) == ("collected", "other,collected")
    editing.make_keys_again(library, [whole], "[auth]")
    assert finding.card(library, part).entry.get("crossref") == finding.card(library, whole).entry.key
    library.undo()
    library.undo()
    assert finding.card(library, part).entry.get("crossref") == "WHOLE"


def test_a_key_of_another_entry_is_refused_and_nothing_changes(library):
    added(library, key="hers")
    mine = added(library, key="mine", title="Mine")
    before = contents(library)
    with pytest.raises(UserError, match="belongs to another entry"):
        editing.change_entry(library, mine, an_entry("HERS", title="Changed"))
    assert contents(library) == before


def test_an_edit_without_a_key_keeps_the_key(library):
    entry = added(library, key="kept")
    editing.change_entry(library, entry, an_entry(title="Changed"))
    card = finding.card(library, entry)
    assert (card.entry.key, card.entry.get("title"), card.aliases) == ("kept", "Changed", ())


def test_ids_typed_into_an_entry_become_aliases(library):
    entry, _ = editing.add_entry(library, an_entry("main", ids="one, two"))
    assert finding.card(library, entry).aliases == ("one", "two")
    editing.change_entry(library, entry, an_entry("main", ids="three"))
    assert finding.id_of_key(library, "three") == entry
    assert finding.card(library, entry).entry.get("ids") == ""


def test_an_entry_that_is_gone_cannot_be_edited(library):
    entry = added(library)
    editing.delete_entries(library, [entry])
    with pytest.raises(UserError, match="no longer"):
        editing.change_entry(library, entry, an_entry())


def test_deleting_an_entry_keeps_the_notes_that_cite_it(library):
    article, _ = accept(library, an_apparatus(), all_new(an_apparatus()))
    whole = contents(library)
    cited = finding.find_ids(library, "missile crisis")
    editing.delete_entries(library, cited)
    notes = finding.apparatus(library, article).notes
    assert len(notes) == 5
    assert [citation.work for citation in notes[0].citations + notes[1].citations] == [None, None]
    assert "deleted" in notes[0].citations[0].reason
    library.undo()
    assert contents(library) == whole


def test_a_citation_is_linked_by_hand(library):
    article, _ = accept(library, an_apparatus(), all_new(an_apparatus()))
    ulam = finding.id_of_key(library, "ulam1974")
    (mention,) = finding.mentions(library, ulam)
    castro = finding.id_of_key(library, "castro1962")
    changes = editing.link_citation(library, mention.citation_id, castro)
    assert changes.entries == {ulam, castro}
    assert [c.work for c in finding.apparatus(library, article).notes[2].citations] == ["castro1962", "castro1962"]
    assert editing.link_citation(library, mention.citation_id, castro).name == ""
    editing.link_citation(library, mention.citation_id, None)
    assert finding.mentions(library, ulam) == ()
    with pytest.raises(UserError):
        editing.link_citation(library, mention.citation_id, 4711)
    library.undo()
    library.undo()
    assert [m.citation_id for m in finding.mentions(library, ulam)] == [mention.citation_id]


def test_an_article_is_let_go_and_its_works_stay(library):
    article, _ = accept(library, an_apparatus(), all_new(an_apparatus()))
    whole = contents(library)
    assert editing.delete_article(library, article).name == "Delete the notes of “Sources in the Margin”"
    assert finding.articles(library) == ()
    assert len(finding.find_ids(library)) == 4
    library.undo()
    assert contents(library) == whole


def test_keys_of_many_entries_are_made_in_one_step(library):
    ids = [added(library, key=f"x{n}", date="") for n in range(600)]
    editing.make_keys_again(library, ids, "[auth]")
    keys = [finding.card(library, i).entry.key for i in ids[:3]]
    assert len({key.casefold() for key in keys}) == 3
    assert all(key.startswith("Dinerstein") for key in keys)
    editing.set_keywords(library, ids, ["many"])
    assert len(finding.find_ids(library, "keyword:many")) == 600
    library.undo()
    library.undo()
    assert finding.card(library, ids[599]).entry.key == "x599"


def test_keywords_are_given_and_taken(library):
    first, second = added(library, keywords="war; peace"), added(library)
    editing.set_keywords(library, [first, second], ["Cuba"], ["war"])
    assert finding.card(library, first).keywords == ("peace", "Cuba")
    assert finding.card(library, second).keywords == ("Cuba",)
    assert finding.find_ids(library, "keyword:cuba") == (first, second)
    assert editing.set_keywords(library, [second], ["Cuba"]).name == ""
    library.undo()
    assert finding.card(library, first).entry.get("keywords") == "war; peace"


def test_files_are_attached_by_a_path_relative_to_the_library(library, tmp_path):
    entry = added(library)
    editing.attach_files(library, entry, [tmp_path / "scans" / "a.pdf", Path("/elsewhere/b.pdf")])
    assert finding.card(library, entry).files == (str(Path("scans/a.pdf")), str(Path("/elsewhere/b.pdf")))
    assert editing.attach_files(library, entry, [tmp_path / "scans" / "a.pdf"]).name == ""
    assert finding.rows(library, [entry])[0].files == 2
    editing.detach_file(library, entry, str(Path("scans/a.pdf")))
    assert finding.card(library, entry).files == (str(Path("/elsewhere/b.pdf")),)


def test_a_group_is_put_in_another_one_and_out_again(library):
    war, _ = editing.add_group(library, "War")
    cuba, _ = editing.add_group(library, "Cuba")
    editing.move_group(library, cuba, war)
    assert [(g.name, g.parent) for g in finding.groups(library)] == [("War", None), ("Cuba", war)]
    assert library.undo_name() == "Move group “Cuba”"
    library.undo()
    assert {g.parent for g in finding.groups(library)} == {None}
    library.redo()
    editing.move_group(library, cuba, None)
    assert {g.parent for g in finding.groups(library)} == {None}


def test_a_group_is_not_put_inside_itself(library):
    war, _ = editing.add_group(library, "War")
    cuba, _ = editing.add_group(library, "Cuba", war)
    havana, _ = editing.add_group(library, "Havana", cuba)
    for onto in (war, cuba, havana):
        with pytest.raises(UserError, match="cannot be put inside itself"):
            editing.move_group(library, war, onto)
    assert [(g.name, g.parent) for g in finding.groups(library)] == [("War", None), ("Cuba", war), ("Havana", cuba)]


def test_groups_stand_inside_one_another(library):
    war, _ = editing.add_group(library, "War")
    cuba, _ = editing.add_group(library, "Cuba", war)
    first, second = added(library, title="A"), added(library, title="B")
    editing.put_in_group(library, war, [first])
    editing.put_in_group(library, cuba, [second, second])
    assert [(g.name, g.parent, g.entries) for g in finding.groups(library)] == [("War", None, 1), ("Cuba", war, 1)]
    assert finding.find_ids(library, group=war) == (first, second)
    assert finding.find_ids(library, group=cuba) == (second,)
    editing.rename_group(library, cuba, "Havana")
    editing.delete_group(library, war)
    assert [(g.name, g.parent) for g in finding.groups(library)] == [("Havana", None)]
    assert library.undo_name() == "Delete group “War”"
    library.undo()
    assert finding.find_ids(library, group=war) == (first, second)
    editing.take_from_group(library, cuba, [second])
    assert finding.find_ids(library, group=war) == (first,)


def test_keys_are_made_again_and_the_former_become_aliases(library):
    entry = added(library, key="x17")
    editing.make_keys_again(library, [entry])
    card = finding.card(library, entry)
    assert card.entry.key != "x17"
    assert card.aliases == ("x17",)
    assert editing.make_keys_again(library, [entry]).name == "", "a key that fits stays"
