"""CSL-JSON and RIS files as programs write them, read as entries."""

import json

import pytest

from app.bibtex.formats import Format, write_as
from app.entry import Entry
from app.importing.reference_files import read_references


def csl(**item):
    """Type, key and fields of a CSL item."""
    [entry] = read_references("x.json", json.dumps([{"type": "article-journal", **item}]).encode())
    return entry.entrytype, entry.key, dict(entry.fields)


def ris(*lines):
    """Type, key and fields of an RIS record."""
    [entry] = read_references("x.ris", "\r\n".join(lines).encode())
    return entry.entrytype, entry.key, dict(entry.fields)


CHAPTER = {
    "id": "day2001", "type": "chapter", "title": "On <i>Aims</i> & {sets}", "container-title": "Whole",
    "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van"}, {"literal": "Barnes and Noble"}],
    "editor": [{"family": "Humboldt", "given": "A.", "dropping-particle": "von", "suffix": "Jr."}],
    "collection-editor": [{"family": "Fox", "given": "B."}], "container-author": [{"family": "Roe", "given": "C."}],
    "issued": {"date-parts": [["2001", 5]]}, "accessed": {"date-parts": [[2020, 1, 2]]}, "page": "3–9",
    "language": "en-GB", "publisher-place": "Paris", "collection-title": "Series", "collection-number": "4",
    "original-date": {"date-parts": [[1890]]}, "URL": "https://x.org/a_b?c={d}", "archive": "NARA",
}  # fmt: skip


def test_a_csl_item_becomes_an_entry():
    assert csl(**CHAPTER) == ("incollection", "day2001", {
        "title": "On \\emph{Aims} & \\{sets\\}", "booktitle": "Whole", "author": "van Berg, Jan and {Barnes and Noble}",
        "editor": "von Humboldt, Jr., A.", "editorb": "Fox, B.", "editorbtype": "editor", "bookauthor": "Roe, C.",
        "options": "useprefix=true", "date": "2001-05", "urldate": "2020-01-02", "pages": "3--9", "langid": "british",
        "location": "Paris", "series": "Series", "origdate": "1890", "url": "https://x.org/a_b?c={d}",
        "library": "NARA",
    })  # fmt: skip


@pytest.mark.parametrize(
    ("issued", "fields"),
    [
        ({"date-parts": [[2001, 5, 1], [2001, 5, 3]]}, {"date": "2001-05-01/2001-05-03"}),
        ({"date-parts": [[2001], [0]]}, {"date": "2001/"}),
        ({"date-parts": [[-43]]}, {"date": "-0043"}),
        ({"date-parts": [[1723]], "circa": True}, {"date": "1723~"}),
        ({"date-parts": [[2001]], "season": 2}, {"date": "2001", "issue": "Summer"}),
        ({"raw": "May 2004"}, {"date": "2004-05"}),
        ({"literal": "in press"}, {"year": "in press"}),
        ("2004-05", {"date": "2004-05"}),
        ({"date-parts": [[None]]}, {}),
    ],
)
def test_dates_of_csl_are_read(issued, fields):
    assert csl(issued=issued)[2] == fields


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"type": "thesis", "genre": "Doctoral thesis", "publisher": "MIT"},
         ("thesis", "", {"type": "phdthesis", "institution": "MIT"})),
        ({"type": "article-newspaper", "container-title": "Pravda"},
         ("article", "", {"entrysubtype": "newspaper", "journaltitle": "Pravda"})),
        ({"type": "webpage", "container-title": "BBC", "id": 5}, ("online", "", {"organization": "BBC"})),
        ({"type": "interview", "interviewer": [{"family": "Day", "given": "A."}], "id": "http://zotero.org/x/1"},
         ("misc", "", {"titleaddon": "Interview by A. Day"})),
        ({"type": "speech", "event": "Meeting", "event-place": "Rome", "citation-key": "a(1)"},
         ("unpublished", "a(1)", {"eventtitle": "Meeting", "venue": "Rome"})),
        ({"note": "PMCID: PMC1\nfree words", "PMID": 14}, ("article", "", {
            "pmcid": "PMC1", "note": "free words", "eprint": "14", "eprinttype": "pubmed"})),
        ({"type": "journal-article", "title": ["Crossref"], "container-title": ["J"], "abstract": "<jats:p>A</jats:p>"},
         ("article", "", {"title": "Crossref", "journaltitle": "J", "abstract": "A"})),
        ({"title": "\\input{x}"}, ("article", "", {"title": "{\\textbackslash}input\\{x\\}"})),
    ],
)  # fmt: skip
def test_what_csl_calls_things_is_read_by_biblatex_names(item, expected):
    assert csl(**item) == expected


def test_crossrefs_own_answers_are_read():
    answer = {"status": "ok", "message": {"type": "journal-article", "title": ["T"], "DOI": "10.1/x"}}
    [entry] = read_references("x.json", json.dumps(answer).encode())
    assert dict(entry.fields) == {"title": "T", "doi": "10.1/x"}


def test_an_ris_record_becomes_an_entry():
    lines = [
        "TY  - CHAP", "ID  - day2001", "AU  - Day, Ann", "A1  - Not, This", "A2  - Fox, B.", "A3  - Series, Ed",
        "A4  - Lee, C.", "T1  - On <b>Aims</b>", "BT  - Whole", "T3  - Series", "PY  - 2001/05/04/", "SP  - 3-9",
        "PB  - Press", "CY  - Paris", "SN  - 0-306-40615-2", "LA  - fre", "KW  - war", "KW  - peace", "N1  - One",
        "N1  - Two", "UR  - https://x.org/a_b", "Y2  - 2020/01/02/", "ET  - 2", "CN  - QA 1", "ER  - ",
    ]  # fmt: skip
    assert ris(*lines) == ("incollection", "day2001", {
        "author": "Day, Ann", "editor": "Fox, B.", "editorb": "Series, Ed", "editorbtype": "editor",
        "translator": "Lee, C.", "title": "On \\textbf{Aims}", "booktitle": "Whole", "series": "Series",
        "date": "2001-05-04", "pages": "3--9", "publisher": "Press", "location": "Paris", "isbn": "0-306-40615-2",
        "langid": "french", "keywords": "war, peace", "annotation": "One\n\nTwo", "url": "https://x.org/a_b",
        "urldate": "2020-01-02", "edition": "2", "library": "QA 1",
    })  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["TY  - JOUR", "T2  - Journal", "JA  - J.", "IS  - 2", "SP  - e5", "EP  - e9", "PY  - 1999///Spring"],
         ("article", "", {"journaltitle": "Journal", "shortjournal": "J.", "number": "2", "pages": "e5--e9",
                          "date": "1999", "issue": "Spring"})),
        (["TY  - THES", "M3  - Master's thesis", "PB  - MIT", "Y1  - 2001//"],
         ("thesis", "", {"type": "mathesis", "institution": "MIT", "date": "2001"})),
        (["TY  - EDBOOK", "AU  - Fox, B.", "SP  - 300 p."], ("collection", "", {"editor": "Fox, B.", "title": "T",
                                                                                "pagetotal": "300"})),
        (["TY  - NEWS", "JF  - Pravda", "DA  - October 25, 1962", "PY  - 1962"],
         ("article", "", {"entrysubtype": "newspaper", "journaltitle": "Pravda", "date": "1962-10-25"})),
        (["TY  - ELEC", "T2  - BBC", "ID  - 12345"], ("online", "", {"organization": "BBC"})),
        (["TY  - NOTHING", "TI  - a_b & 100% \\input{x}"],
         ("misc", "", {"title": "a_b & 100% {\\textbackslash}input\\{x\\}"})),
        (["TY  - JOUR", "AU  - Central Intelligence Agency", "AU  - King, Martin Luther, Jr."],
         ("article", "", {"author": "{Central Intelligence Agency} and King, Jr., Martin Luther"})),
    ],
)  # fmt: skip
def test_what_ris_calls_things_is_read_by_biblatex_names(lines, expected):
    lines = (
        [*lines, "TI  - T"] if "title" in expected[2] and not any(line[:2] in ("TI", "T1") for line in lines) else lines
    )
    assert ris(*lines, "ER  - ") == expected


def test_records_without_an_end_and_with_bare_line_ends_are_read():
    text = "\ufeffTY  - JOUR\rTI  - One\rTY  - BOOK\rTI  - Two"
    assert [(e.entrytype, e.get("title")) for e in read_references("x.ris", text.encode())] == [
        ("article", "One"), ("book", "Two")
    ]  # fmt: skip


ENTRIES = [
    Entry(
        "article", {"title": "T", "langid": "american", "date": "1723~", "number": "3", "urldate": "2020-01-02"}, "a1"
    ),
    Entry("thesis", {"title": "T", "type": "phdthesis", "institution": "MIT", "date": "2001/2002"}, "b2"),
    Entry("book", {"author": "van Berg, Jan", "title": "T", "options": "useprefix=true", "origdate": "1890"}, "c3"),
    Entry("report", {"author": "von Berg, Jan", "title": "T", "number": "RM-1", "pubstate": "inpress"}, "d4"),
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_keys_languages_dates_and_particles_survive_csl(entry):
    [read] = read_references("x", write_as([entry], Format.CSL_JSON).encode())
    assert (read.entrytype, read.key, dict(read.fields)) == (entry.entrytype, entry.key, dict(entry.fields))


@pytest.mark.parametrize("wanted", list(Format))
def test_every_format_keeps_the_language_and_the_degree_in_words_others_read(wanted):
    entry = Entry("thesis", {"title": "T", "type": "phdthesis", "langid": "american", "author": "Day, A."}, "day")
    written = write_as([entry], wanted)
    assert "en-US" in written
    assert "phdthesis" not in written
    [read] = read_references("x", written.encode())
    assert read.get("langid") == "american"
