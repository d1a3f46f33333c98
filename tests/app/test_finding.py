import pytest

from app import editing, finding
from app.cards import Column
from app.entry import Entry
from app.importing import accept
from app.library.writing_entries import write_new
from app.merging import merge_entries
from tests.building import added, all_new, an_apparatus, an_entry


@pytest.fixture
def shelf(library):
    works = {
        "castro": Entry("article", {"author": "Castro, Fidel and Guevara, Ché", "title": "Über Cuba", "date": "1962-10",
                                    "journaltitle": "Granma", "keywords": "blockade", "doi": "10.1000/xyz"},
                        "Castro62"),
        "ulam": Entry("book", {"author": "Ulam, Adam B.", "title": "Expansion and {Coexistence}", "date": "1974",
                               "publisher": "Praeger", "abstract": "Soviet foreign policy."}, "ulam_74"),
        "oconnor": Entry("online", {"author": "O’Connor, Ann", "title": "L'Été à Paris", "date": "2001"}, "oconnor"),
        "nobody": Entry("misc", {"title": "Aide-mémoire", "note": "typescript"}, "aide"),
    }  # fmt: skip
    return library, {name: editing.add_entry(library, entry)[0] for name, entry in works.items()}


SOUGHT = [
    ("", "castro oconnor ulam nobody"),
    ("cub", "castro"),
    ("CASTRO cuba", "castro"),
    ("castro praeger", ""),
    ("author:che", "castro"),
    ("author:cuba", ""),
    ("title:cuba", "castro"),
    ("year:1962", "castro"),
    ("year:19", "castro ulam"),
    ("type:book", "ulam"),
    ("key:castro62", "castro"),
    ("key:ulam_74", "ulam"),
    ("keyword:block", "castro"),
    ("ete paris", "oconnor"),
    ("oconnor", "oconnor"),
    ("o'connor", "oconnor"),
    ("été", "oconnor"),
    ("10.1000/xyz", "castro"),
    ("soviet policy", "ulam"),
    ('"foreign policy"', "ulam"),
    ('"policy foreign"', ""),
    ('title:"expansion and coex', "ulam"),
    ("aide-mémoire", "nobody"),
    ("note: typescript", ""),
    ("uban", ""),
    ('"', "castro oconnor ulam nobody"),
    ("AND OR NOT", ""),
    ("*", "castro oconnor ulam nobody"),
    ("title:", "castro oconnor ulam nobody"),
    ("100% _", "castro"),
    ("999% _", ""),
]


@pytest.mark.parametrize(("query", "names"), SOUGHT, ids=[row[0] for row in SOUGHT])
def test_a_query_finds_entries_by_the_beginnings_of_words(shelf, query, names):
    library, ids = shelf
    assert finding.find_ids(library, query) == tuple(ids[name] for name in names.split())


ORDERS = [
    (Column.AUTHOR, False, "castro oconnor ulam nobody"),
    (Column.AUTHOR, True, "ulam oconnor castro nobody"),
    (Column.TITLE, False, "nobody ulam oconnor castro"),
    (Column.YEAR, False, "castro ulam oconnor nobody"),
    (Column.YEAR, True, "oconnor ulam castro nobody"),
    (Column.TYPE, False, "castro ulam nobody oconnor"),
    (Column.KEY, False, "nobody castro oconnor ulam"),
    (Column.PUBLISHER, False, "ulam castro oconnor nobody"),
    (Column.DOI, True, "castro nobody oconnor ulam"),
]


@pytest.mark.parametrize(("order", "descending", "names"), ORDERS)
def test_entries_come_in_the_order_asked_with_those_without_a_value_last(shelf, order, descending, names):
    library, ids = shelf
    assert finding.find_ids(library, order=order, descending=descending) == tuple(ids[name] for name in names.split())


@pytest.mark.parametrize("order", list(Column))
def test_every_column_can_be_sorted_by(shelf, order):
    library, ids = shelf
    assert set(finding.find_ids(library, order=order)) == set(ids.values())


def test_a_found_entry_that_changed_is_found_by_its_new_words_only(shelf):
    library, ids = shelf
    editing.change_entry(library, ids["ulam"], Entry("book", {"title": "Kremlinology"}))
    assert finding.find_ids(library, "kremlin") == (ids["ulam"],)
    assert finding.find_ids(library, "coexistence") == ()
    library.undo()
    assert finding.find_ids(library, "coexistence") == (ids["ulam"],)
    assert finding.find_ids(library, "kremlin") == ()


@pytest.mark.parametrize(
    ("query", "is_found"), [("外交", True), ("中国外", True), ("外交 praeger", True), ("交外", False)]
)
def test_words_of_a_script_without_spaces_are_found_anywhere(library, query, is_found):
    entry = added(library, title="中国外交史", publisher="Praeger")
    assert finding.find_ids(library, query) == ((entry,) if is_found else ())


def test_a_row_shows_what_the_table_needs(shelf):
    library, ids = shelf
    (row,) = finding.rows(library, [ids["castro"], 4711])
    assert (row.author, row.title, row.year, row.container) == (
        "Castro, Fidel; Guevara, Ché",
        "Über Cuba",
        "1962",
        "Granma",
    )
    assert (row.key, row.entrytype, row.cited, row.files) == ("Castro62", "article", 0, 0)


def test_rows_come_in_the_order_asked(shelf):
    library, ids = shelf
    wanted = [ids["ulam"], ids["castro"], ids["nobody"]]
    assert [row.id for row in finding.rows(library, wanted)] == wanted


def test_citations_in_notes_are_counted_and_listed(library):
    article, _ = accept(library, an_apparatus(), all_new(an_apparatus()))
    (dinerstein,) = finding.find_ids(library, "dinerstein")
    assert finding.rows(library, [dinerstein])[0].cited == 2
    assert finding.find_ids(library, order=Column.CITED, descending=True)[0] == dinerstein
    listed = finding.mentions(library, dinerstein)
    assert [(m.article_id, m.note_label, m.locator, m.form.value) for m in listed] == [
        (article, "1", None, "full"), (article, "2", "56", "ibid"),
    ]  # fmt: skip
    assert listed[1].note_text[listed[1].start : listed[1].end] == "Ibid., 56"
    assert len(finding.find_ids(library, article=article)) == 3


def test_an_article_is_listed_with_its_counts(library):
    article, _ = accept(library, an_apparatus(), all_new(an_apparatus()))
    (card,) = finding.articles(library)
    assert (card.id, card.title, card.author, card.year) == (article, "Sources in the Margin", "Weiss, Clara", "2011")
    assert (card.notes, card.citations, card.source) == (5, 5, "pages/weiss.html")
    assert finding.card(library, card.entry_id).entry.get("title") == "Sources in the Margin"


def test_the_history_of_an_entry_names_what_touched_it(library):
    first, second = added(library, title="First"), added(library, title="Second")
    editing.change_entry(library, first, an_entry(title="First Again"))
    merge_entries(library, first, [second], an_entry(title="Both"))
    names = [step.name for step in finding.history(library, first)]
    assert names == ["Merge 2 entries", "Edit “First Again”", "Add “First”"]
    assert [step.name for step in finding.history(library, second)] == ["Merge 2 entries", "Add “Second”"]
    library.undo()
    assert finding.history(library, first)[0].undone


def test_a_step_with_a_great_many_entries_is_in_the_history_of_each(library):
    other = added(library, title="Other")
    with library.changing("Import 1100 entries") as writing:
        ids = write_new(writing, [an_entry(f"k{n}", title=f"Title {n}") for n in range(1100)])
    editing.delete_entries(library, ids[:1050])
    names = ["Delete 1,050 entries", "Import 1100 entries"]
    assert [step.name for step in finding.history(library, ids[0])] == names
    assert [step.name for step in finding.history(library, ids[1099])] == names[1:]
    assert [step.name for step in finding.history(library, other)] == ["Add “Other”"]


def test_all_entries_are_read_with_their_keys(shelf):
    library, ids = shelf
    assert dict(finding.entries(library)).keys() == set(ids.values())
    assert finding.entries(library, [ids["ulam"]])[0][1].key == "ulam_74"
    assert finding.card(library, 4711) is None


def test_words_inside_tex_and_braces_are_found(library):
    entry = added(library, title=r"{\"O}konomie und {{NATO}}")
    assert finding.find_ids(library, "okonomie nato") == (entry,)
