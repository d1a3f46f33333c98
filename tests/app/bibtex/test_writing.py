"""Entries written in either dialect read back as they were."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bibtex import Dialect, protect_capitals, read_bib_text, write_bib
from app.bibtex.naming import PEOPLE
from app.entry import Entry

BOOK = Entry(
    "book",
    {
        "author": "Müller, Jörg and {Central Intelligence Agency}",
        "title": "War & Peace: 100% {NASA}",
        "date": "1967-03-05",
    },
    "muller1967",
)


def back(entry, dialect, escape):
    """The entry after writing and reading."""
    [(_, read)] = read_bib_text(write_bib([entry], dialect, escape)).entries()
    return read


def test_biblatex_is_written_in_unicode():
    assert write_bib([BOOK]) == (
        "@book{muller1967,\n"
        "  author = {Müller, Jörg and {Central Intelligence Agency}},\n"
        "  title = {War \\& Peace: 100\\% {NASA}},\n"
        "  date = {1967-03-05},\n"
        "}\n"
    )


def test_bibtex_is_written_in_tex_with_the_month_as_a_macro():
    assert write_bib([BOOK], Dialect.BIBTEX) == (
        "@book{muller1967,\n"
        '  author = {M{\\"u}ller, J{\\"o}rg and {Central Intelligence Agency}},\n'
        "  title = {War \\& Peace: 100\\% {NASA}},\n"
        "  year = 1967,\n"
        '  month = mar # "~5",\n'
        "}\n"
    )


CASES = [
    Entry("article", {"journaltitle": "Pravda", "date": "1962-10-25", "entrysubtype": "newspaper", "title": "T"}, "a"),
    Entry("online", {"title": "T", "url": "https://x.org/a_b%20c#d", "urldate": "2020-01-02", "date": "2001-05"}, "a"),
    Entry("thesis", {"type": "phdthesis", "institution": "MIT", "date": "1990"}, "a"),
    Entry("thesis", {"type": "mathesis", "institution": "MIT", "date": "1990"}, "a"),
    Entry("thesis", {"type": "Habilitationsschrift", "institution": "MIT"}, "a"),
    Entry("thesis", {"institution": "MIT"}, "a"),
    Entry("report", {"type": "techreport", "institution": "RAND", "number": "RM-1"}, "a"),
    Entry("report", {"institution": "RAND"}, "a"),
    Entry("book", {"title": "A", "subtitle": "B", "translator": "Brown, Ann and Day, D.", "note": "Old note"}, "a"),
    Entry("book", {"title": "What?", "subtitle": "B", "maintitle": "M", "volume": "2", "pubstate": "forthcoming"}, "a"),
    Entry("collection", {"editor": "Brown, Ann", "editora": "Day, D.", "editoratype": "compiler", "title": "T"}, "a"),
    Entry("article", {"date": "1914/1918", "issue": "Spring", "eprint": "1234.5678", "eprinttype": "arxiv"}, "a"),
    Entry("article", {"date": "1967-07-22/1967-07-28", "origdate": "1890", "version": "2"}, "a"),
    Entry("inproceedings", {"eventtitle": "Conf", "venue": "Paris", "eventdate": "2001-02", "booktitle": "P"}, "a"),
    Entry("misc", {"year": "in press", "month": "Spring", "howpublished": "typescript"}, "a"),
    Entry("software", {"title": "T", "annotation": "read", "sortkey": "x", "langid": "german"}, "a"),
    Entry("online", {"title": "T", "organization": "BBC", "location": "London", "note": "Seen"}, "a"),
    Entry("periodical", {"title": "T", "publisher": "P", "issue": "148", "volume": "2", "date": "2000-06-28"}, "a"),
    Entry("legislation", {"journaltitle": "Lex", "journalsubtitle": "col", "number": "3", "pages": "7-9"}, "a"),
    Entry("patent", {"holder": "{Bell Labs}", "number": "US1", "type": "patentus"}, "a"),
    Entry("inbook", {"title": "T", "booktitle": "Whole", "booksubtitle": "A Story", "pages": "1--2"}, "a"),
    Entry("thesis", {"type": "bathesis", "institution": "MIT"}, "a"),
    Entry("unpublished", {"title": "T", "eprint": "2005.14017", "eprinttype": "arXiv", "eprintclass": "cs"}, "a"),
    Entry("film", {"title": "T", "publisher": "P", "translator": "Day, D."}, "a"),
    Entry("article", {"title": "T", "date": "2016-07-18T20:26:06Z"}, "a"),
    Entry("book", {"title": "T", "annotation": "{a\n\nb}\n\nc $5\n\n6$ {d", "abstract": "x\n\ny"}, "a"),
    Entry("book", {"author": "family=Berg, given=Jan, given-i={{Jn}}, prefix=van and Day, D."}, "a"),
    Entry("mvbook", {"title": "T", "ids": "b,c", "keywords": "x, y & z", "file": "a_b.pdf", "doi": "10.1/a_b<c>"}, "a"),
]


@pytest.mark.parametrize("entry", CASES, ids=[entry.entrytype + str(n) for n, entry in enumerate(CASES)])
@pytest.mark.parametrize("dialect", list(Dialect))
def test_nothing_is_lost_between_the_dialects(entry, dialect):
    read = back(entry, dialect, None)
    assert (read.entrytype, dict(read.fields)) == (entry.entrytype, dict(entry.fields))


def test_what_bibtex_has_no_field_for_stands_in_the_note():
    written = write_bib([CASES[8]], Dialect.BIBTEX)
    assert "note = {Old note. Translated by Ann Brown and D. Day}" in written


@pytest.mark.parametrize(
    ("entrytype", "fields", "note"),
    [
        ("online", {"organization": "BBC", "location": "London", "note": "Seen"}, "Seen. BBC, London"),
        ("periodical", {"publisher": "P", "issue": "148", "volume": "2"}, "Vol. 2, no. 148. P"),
        ("legislation", {"journaltitle": "Lex", "number": "3", "pages": "7--9"}, "Lex, no. 3, pp. 7--9"),
        ("dataset", {"pages": "7", "version": "2", "publisher": "P", "institution": "P"}, "Pp. 7. P. Version 2"),
        ("inbook", {"booktitle": "Whole", "booksubtitle": "A Story"}, "In Whole: A Story"),
        ("unpublished", {"eprint": "2005.14017", "eprinttype": "arXiv", "note": "N"}, "N. arXiv:2005.14017"),
        (
            "online",
            {"eprint": "2005.14017", "eprinttype": "arXiv", "pubstate": "inpress"},
            "arXiv:2005.14017. In press",
        ),
        ("misc", {"publisher": "P"}, ""),
        ("film", {"publisher": "P"}, ""),
        ("article", {"journaltitle": "J", "number": "3"}, ""),
    ],
)
def test_the_note_says_what_the_styles_misc_would_not_print(entrytype, fields, note):
    written = write_bib([Entry(entrytype, {"title": "T", **fields}, "a")], Dialect.BIBTEX)
    assert f"  note = {{{note}}},\n" in written if note else "note" not in written


def test_names_that_bibtex_cannot_read_stand_beside_those_it_can():
    entry = Entry("book", {"author": "family=Berg, given=Jan, useprefix=true, prefix=van"}, "a")
    written = write_bib([entry], Dialect.BIBTEX)
    assert "  author = {van Berg, Jan},\n" in written
    assert "  biblatexauthor = {family=Berg, given=Jan, useprefix=true, prefix=van},\n" in written


def test_parents_come_after_their_children_for_bibtex_and_xdata_is_put_in():
    entries = [
        Entry("book", {"title": "Whole"}, "whole"),
        Entry("xdata", {"publisher": "Press"}, "press"),
        Entry("inbook", {"title": "Part", "crossref": "whole", "xdata": "press"}, "part"),
    ]
    written = write_bib(entries, Dialect.BIBTEX)
    assert written.index("{part,") < written.index("{whole,")
    assert "xdata" not in written
    assert "publisher = {Press}" in written
    assert "booktitle = {Whole}" in written
    assert write_bib(entries).index("{whole,") < write_bib(entries).index("{part,")


def test_what_bibtex_would_not_lend_is_written_into_the_child():
    entries = [
        Entry("mvbook", {"title": "Works", "publisher": "Press", "date": "1990"}, "works"),
        Entry("book", {"title": "Volume", "author": "Brown, Ann", "crossref": "works", "volume": "2"}, "volume"),
        Entry("inbook", {"title": "Part", "crossref": "volume", "xdata": "far"}, "part"),
        Entry("xdata", {"xdata": "place", "note": "N"}, "far"),
        Entry("xdata", {"location": "Paris"}, "place"),
    ]
    read = {entry.key: entry for _, entry in read_bib_text(write_bib(entries, Dialect.BIBTEX)).entries()}
    # bibtex lends "author" and "volume" from the parent itself, and nothing of the parent's own parent.
    assert dict(read["part"].fields) == {
        "title": "Part", "crossref": "volume", "note": "N", "location": "Paris", "booktitle": "Volume",
        "bookauthor": "Brown, Ann", "maintitle": "Works", "publisher": "Press", "date": "1990",
    }  # fmt: skip


def test_entries_without_a_key_get_one_of_their_own():
    written = write_bib([Entry("book", {"author": "Brown, Ann", "date": "1967"})] * 2)
    assert "@book{brown1967,\n" in written
    assert "@book{brown1967a,\n" in written


@pytest.mark.parametrize(
    ("key", "bibtex", "biblatex"),
    [("O'Neill(1999)=a\"", "O'Neill(1999)=a\"", "ONeill1999a"), ("a%b~c{d}e#f\\g,h i", "abcdefghi", "abcdefghi"),
     ("DBLP:a/b+c-1.*&!?@<>[]^`|$_é", "DBLP:a/b+c-1.*&!?@<>[]^`|$_é", "DBLP:a/b+c-1.*&!?@<>[]^`|$_é"),
     ('"', '"', "brown1967"), ("{%}", "brown1967", "brown1967")],
)  # fmt: skip
def test_keys_keep_every_sign_that_tex_and_the_program_can_read(key, bibtex, biblatex):
    entry = Entry("book", {"author": "Brown, Ann", "date": "1967"}, key)
    assert write_bib([entry], Dialect.BIBTEX).startswith(f"@book{{{bibtex},\n")
    assert write_bib([entry]).startswith(f"@book{{{biblatex},\n")


def test_a_key_that_must_change_takes_no_other_entrys_key():
    written = write_bib([Entry("book", {"title": "A"}, "a'b"), Entry("book", {"title": "B"}, "ab")])
    assert [entry.key for _, entry in read_bib_text(written).entries()] == ["ab-a", "ab"]


def test_a_key_that_no_entry_has_loses_what_would_break_tex():
    written = write_bib([Entry("book", {"title": "T", "crossref": "a}\\input{b", "related": "c, d e"}, "k")])
    assert "crossref = {ainputb}" in written
    assert "related = {c, d e}" in written


def test_no_type_is_written_that_would_make_no_entry():
    assert write_bib([Entry("comment", {"title": "T"}, "a")]) == "@misc{a,\n  title = {T},\n}\n"


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("The role of NASA and McNamara", "The role of {NASA} and {McNamara}"),
        ("Relations with Cuba: Castro and after", "Relations with {Cuba}: Castro and after"),
        ("The Cold War at Sea and NATO", "The Cold War at Sea and {NATO}"),
        ("Already {NASA} safe", "Already {NASA} safe"),
    ],
)
def test_capitals_a_style_would_lose_are_protected(title, protected):
    assert protect_capitals(title) == protected


NO_SIGNS = ["Cs", "Co", "Cc", "Mn", "Zl", "Zp"]
SIGNS = st.text(st.characters(exclude_categories=NO_SIGNS, exclude_characters="\\{}$"), max_size=30)
TEXT = SIGNS.map(lambda text: " ".join(unicodedata.normalize("NFC", text).split()))
FIELDS = "title journaltitle booktitle location publisher series keywords abstract addendum file url doi volume number"
FIELDS = f"{FIELDS} pages edition isbn options shorttitle annotation".split()
# A key that another entry can have: what breaks TeX is taken out of one that is only named, too.
NAMED_KEY = TEXT.map(lambda text: re.sub("[#%~^,]", "", text).strip())
NAME = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=8).map(
    lambda name: unicodedata.normalize("NFC", name)
)


@settings(deadline=None)
@given(
    st.sampled_from(["article", "book", "thesis", "online", "inproceedings", "report", "dataset"]),
    st.dictionaries(st.sampled_from(FIELDS), TEXT, max_size=6),
    st.lists(st.tuples(NAME, NAME), max_size=3),
    NAMED_KEY,
    st.sampled_from(list(Dialect)),
    st.sampled_from([True, False, None]),
)
def test_what_is_written_reads_back_as_it_was(entrytype, fields, names, crossref, dialect, escape):
    people = {"author": " and ".join(f"{family}, {given}" for family, given in names)}
    entry = Entry(entrytype, {**fields, **people, "crossref": crossref}, "key")
    read = back(entry, dialect, escape)
    assert dict(read.fields) == dict(entry.fields)
    assert (read.entrytype, read.key) == (entry.entrytype, entry.key)


def test_people_are_known_by_their_fields():
    assert {"author", "editor", "translator", "editora"} <= PEOPLE
