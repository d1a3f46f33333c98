"""What is wrong in entries and files, and the cleanups."""

import pytest

from app.bibtex import Dialect, read_bib, read_bib_text
from app.entry import Entry
from app.integrity import check_bib, check_entries, check_entry

WHOLE = {"author": "Brown, Ann", "title": "A Title", "journaltitle": "Journal", "date": "1967-03", "pages": "1--20"}


def found(dialect=Dialect.BIBLATEX, **fields):
    """Field and message of what is wrong with a whole article changed so."""
    entry = Entry("article", {**WHOLE, **fields}, "brown1967")
    return [(finding.field, finding.message) for finding in check_entry(entry, dialect)]


def mended(**fields):
    """The changes that the cleanups of an article propose."""
    entry = Entry("article", {**WHOLE, **fields}, "brown1967")
    return {name: value for f in check_entry(entry) if f.cleanup for name, value in f.cleanup.changes.items()}


def test_a_whole_entry_has_no_findings():
    assert found() == []
    assert found(Dialect.BIBTEX) == []


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"author": ""}, "author", "An article needs an author."),
        ({"author": "Brown, Ann; Day, D."}, "author", "Names are divided by semicolons; BibTeX wants “and”."),
        ({"author": "Brown, A., Day, D., Fox, E."}, "author",
         "“Brown, A., Day, D., Fox, E.” looks like several people without “and” between them."),
        ({"author": "Brown 3, Ann"}, "author", "There are digits in the name “Brown 3, Ann”."),
        ({"author": "BROWN, ANN"}, "author", "The name “BROWN, ANN” is all in capitals."),
        ({"author": "Brown, Ann et al."}, "author", "“et al.” stands for a person; BibTeX writes “and others”."),
        ({"pages": "20--11"}, "pages", "The last page comes before the first: “20--11”."),
        ({"date": "1967-13"}, "date", "“1967-13” is no date of the form 1967-03-15; exports print it as it stands."),
        ({"date": "Spring 1967"}, "date",
         "“Spring 1967” is no date of the form 1967-03-15; exports print it as it stands."),
        ({"date": "March 1967"}, "date", "“March 1967” is no date of the form 1967-03-15; exports write 1967-03."),
        ({"urldate": "12/1968"}, "urldate", "“12/1968” is no date of the form 1967-03-15; exports write 1968-12."),
        ({"year": "1970"}, "year", "The year “1970” is not that of the date “1967-03”."),
        ({"doi": "nothing"}, "doi", "“nothing” is no DOI."),
        ({"issn": "0317-8470"}, "issn", "“0317-8470” is no ISSN: its check digit or its length is wrong."),
        ({"isbn": "978-0198534538"}, "isbn", "“978-0198534538” is no ISBN: its check digit or its length is wrong."),
        ({"note": "{open"}, "note", "A brace has no partner."),
        ({"note": "\\input{x}"}, "note",
         "\\input is a command of TeX that has no place in a field; exports write it as text."),
        ({"title": "ALL IN CAPITALS HERE"}, "title", "The title is all in capitals."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_plain_sentence(fields, field, message):
    assert (field, message) in found(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"author": "{Brown; Day 3}"}, {"author": "King, Jr., Martin"}, {"pages": "1, 5--9"}, {"pages": "112--8"},
        {"date": "1967-03-05/1967-04-01"}, {"date": "1967~"}, {"date": "1967-21"}, {"isbn": "0-306-40615-2"},
        {"isbn": "978-0-306-40615-7"}, {"issn": "0317-8471"}, {"doi": "10.1000/182"}, {"date": "", "year": "in press"},
        {"date": "2016-07-18T20:26:06+10:00"}, {"date": "", "year": "no date"}, {"title": "Written in the U.S."},
        {"date": "", "year": "\\bibstring{nodate}"}, {"date": "", "year": "1967", "month": "Spring"},
        {"author": "Brown, Ann and others"},
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(fields):
    assert found(**fields) == []


@pytest.mark.parametrize(
    ("fields", "changes"),
    [
        ({"pages": "1-20"}, {"pages": "1--20"}),
        ({"pages": "1–20, 30–31"}, {"pages": "1--20, 30--31"}),
        ({"pages": "pp. 1--20"}, {"pages": "1--20"}),
        ({"doi": "https://doi.org/10.1000/182"}, {"doi": "10.1000/182"}),
        ({"doi": "http://doi.acm.org/10.1145/322609.323153"}, {"doi": "10.1145/322609.323153"}),
        ({"isbn": "0317-8471"}, {"issn": "0317-8471", "isbn": ""}),
        ({"date": "5 March 1967"}, {"date": "1967-03-05"}),
        ({"date": "Spring 1967"}, {"date": "1967", "issue": "Spring"}),
        ({"url": "https://doi.org/10.1000/182"}, {"doi": "10.1000/182", "url": ""}),
        ({"author": "Brown, Ann; Day, D."}, {"author": "Brown, Ann and Day, D."}),
        ({"author": "Brown, Ann, et al."}, {"author": "Brown, Ann and others"}),
        ({"title": "War &amp; <i>Peace</i>"}, {"title": "War & Peace"}),
        ({"title": "A Sentence."}, {"title": "A Sentence"}),
        ({"title": "In\u200bvisible"}, {"title": "Invisible"}),
        ({"url": "http://x.org/a b"}, {"url": "http://x.org/a%20b"}),
    ],
)
def test_what_is_certain_is_mended_by_one_click(fields, changes):
    assert mended(**fields) == changes
    entry = Entry("article", {**WHOLE, **fields}, "brown1967")
    for finding in check_entry(entry):
        if finding.cleanup:
            entry = finding.cleanup.apply(entry)
    assert check_entry(entry) == []


def test_entries_must_not_share_keys_or_dois():
    twin = Entry("article", {**WHOLE, "doi": "10.1000/182"}, "Brown1967")
    other = Entry("article", {**WHOLE, "doi": "10.1000/182", "title": "Quite Another"}, "day1967")
    findings = check_entries([twin, Entry("article", twin.fields, "brown1967"), other])
    assert [(f.index, f.field, f.message) for f in findings] == [
        (1, "key", "Another entry has the key “Brown1967”."),
        (1, "doi", "“Brown1967” has the same DOI."),
    ]


def test_links_must_lead_somewhere_and_lend_what_is_required():
    child = Entry("inbook", {"author": "Day, D.", "title": "Part", "crossref": "whole"}, "part")
    parent = Entry("book", {"author": "Brown, Ann", "title": "Whole", "date": "1967"}, "whole")
    assert check_entries([child, parent]) == []
    assert {(f.field, f.message) for f in check_entries([child])} == {
        ("crossref", "There is no entry “whole”."),
        ("booktitle", "A chapter of a book needs the title of the book that it is in."),
        ("date", "A chapter of a book needs a date."),
    }


def test_required_fields_are_those_of_the_dialect():
    entry = Entry("book", {"author": "Brown, Ann", "title": "T", "date": "1967"}, "k")
    assert check_entry(entry, Dialect.BIBLATEX) == []
    assert [(f.field, f.message) for f in check_entry(entry, Dialect.BIBTEX)] == [
        ("publisher", "A book needs a publisher.")
    ]


@pytest.mark.parametrize(
    ("entrytype", "fields", "message"),
    [
        ("book", {"title": "T", "date": "1967"}, "A book needs an author or an editor."),
        ("online", {"title": "T", "date": "1967"}, "A web page needs an address, a DOI or an e-print number."),
        ("article", {"author": "Brown, Ann", "title": "T", "date": "1967"}, "An article needs a journal."),
        ("article", {"author": "Brown, Ann", "journaltitle": "J", "date": "1967"}, "An article needs a title."),
        ("thesis", {"author": "Brown, Ann", "title": "T", "type": "phdthesis", "date": "1967"},
         "A thesis needs an institution."),
        ("handout", {"title": "T"}, "biblatex knows no kind of entry called “handout”."),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_the_users_words(entrytype, fields, message):
    assert [finding.message for finding in check_entry(Entry(entrytype, fields, "k"))] == [message]


NEWS = {"entrysubtype": "newspaper", "journaltitle": "La Hora", "date": "1947-01-24"}


@pytest.mark.parametrize(
    "entry",
    [
        Entry("article", {**NEWS, "title": "Nothing New"}, "unsigned"),
        Entry("article", NEWS, "known-by-its-day"),
        Entry("online", {"title": "About Us", "url": "https://x.org", "urldate": "2020-05-01"}, "undated-page"),
        Entry("report", {"title": "T", "type": "report", "institution": "Ministry", "date": "1967"}, "of-a-body"),
        Entry("misc", {"title": "Telegram", "date": "1967-03-15", "library": "Archive"}, "archive"),
    ],
    ids=lambda entry: entry.key,
)
@pytest.mark.parametrize("dialect", Dialect)
def test_what_has_no_author_by_nature_is_not_told_to_have_one(entry, dialect):
    assert [f.message for f in check_entry(entry, dialect)] == []


def test_a_newspapers_item_still_needs_its_paper_and_its_day():
    assert [f.message for f in check_entry(Entry("article", {"entrysubtype": "newspaper"}, "k"))] == [
        "An article needs a title.",
        "An article needs a journal.",
        "An article needs a date.",
    ]


def test_a_files_own_faults_are_told_with_their_lines():
    text = (
        "@misc{a, author = {Brown, Ann}, title = unknown, year = 1967}\n@misc{b, title = {x\n"
        "@misc{, author = {Day, D.}, title = {T}, date = 1968}\n"
    )
    assert [(f.key, f.field, f.message) for f in check_bib(read_bib_text(text), Dialect.BIBLATEX)] == [
        ("b", "entry", "A brace is opened and never closed (line 2)."),
        ("a", "title", "“unknown” stands for nothing that the file defines (@string)."),
        ("line 3", "key", "The entry has no citation key."),
    ]


def test_what_an_engine_or_biber_cannot_read_is_told():
    assert (
        "title",
        "TeX has no command for “鲁迅”; LuaLaTeX and XeLaTeX print it, pdfLaTeX question marks.",
    ) in found(Dialect.BIBTEX, title="鲁迅 und Müller")
    assert found(title="鲁迅 und Müller") == []
    [finding] = check_bib(read_bib("@misc{a, author={Müller, Jörg}, title={Über}, date=1967}".encode("latin-1")))
    assert (finding.key, finding.message) == ("line 1", "The file is in latin-1; biber takes UTF-8 unless it is told.")


def test_each_script_that_pdflatex_does_not_print_is_told_once():
    entries = [
        Entry("article", {**WHOLE, "title": title}, f"k{number}")
        for number, title in enumerate(("Война и мир", "שלום", "עולם", "鲁迅 und Müller", "الف ب"))
    ]
    told = (
        "letters (“{}”) are printed by LuaLaTeX and XeLaTeX with a font that has them; pdfLaTeX prints question marks."
    )
    assert [(f.key, f.field, f.message) for f in check_entries(entries)] == [
        ("k1", "title", "Hebrew " + told.format("שלום")),
        ("k3", "title", "Chinese " + told.format("鲁迅")),
        ("k4", "title", "Arabic " + told.format("الفب")),
    ]


def test_a_date_that_is_read_though_biber_does_not_read_it_is_told():
    findings = check_bib(read_bib_text("@misc{a, author = {Day, D.}, title = {T}, date = {12/1968}}"))
    assert [(f.field, f.message) for f in findings] == [
        ("date", "“12/1968” is no date of the form 1967-03-15; exports write 1968-12.")
    ]


def test_a_macro_that_is_not_defined_is_told_where_the_entry_has_no_key():
    findings = check_bib(read_bib_text("\n@misc{, title = {T}, note = nothing, year = 1990}"))
    message = "“nothing” stands for nothing that the file defines (@string)."
    assert ("line 2", "note", message) in [(f.key, f.field, f.message) for f in findings]


def test_bytes_that_are_no_characters_are_told():
    findings = check_bib(read_bib(b"@misc{a, author = {Brown, Ann}, title = {T\xff\xfex}, date = 1967}"))
    assert ("a", "entry", "There are bytes in it that are no characters (line 1).") in [
        (f.key, f.field, f.message) for f in findings
    ]
