"""BibTeX's names and biblatex's, and what children take over from their parents."""

import pytest

from app.bibtex import inherited, read_bib_text, to_biblatex, to_bibtex
from app.bibtex.dates import read_date, write_date
from app.entry import Entry


@pytest.mark.parametrize(
    ("year", "month", "day", "date", "left"),
    [
        ("1967", "", "", "1967", ""),
        ("1967", "March", "", "1967-03", ""),
        ("1967", "3", "", "1967-03", ""),
        ("1967", "Sept.", "", "1967-09", ""),
        ("1967", "March", "5", "1967-03-05", ""),
        ("2005", "October~18", "", "2005-10-18", ""),
        ("2005", "18 October", "", "2005-10-18", ""),
        ("1967", "July/August", "", "1967-07/1967-08", ""),
        ("1967", "June 22--26", "", "1967-06-22/1967-06-26", ""),
        ("1967", "29 June–1 July", "", "1967-06-29/1967-07-01", ""),
        ("1967", "März", "", "1967-03", ""),
        ("1967", "Spring", "", "1967", "Spring"),
        ("1967", "March 40", "", "1967", "March 40"),
        ("2005-10-18", "", "", "2005-10-18", ""),
        ("in press", "March", "", "", "March"),
        ("1967a", "", "", "", ""),
    ],
)
def test_year_and_month_become_a_date(year, month, day, date, left):
    assert read_date(year, month, day) == (date, left)


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("1967", {"year": "1967"}),
        ("1967-03", {"year": "1967", "month": "mar"}),
        ("1967-03-05", {"year": "1967", "month": 'mar # "~5"'}),
        ("1967-07/1967-08", {"year": "1967", "month": 'jul # "/" # aug'}),
        ("1967-06-22/1967-06-26", {"year": "1967", "month": 'jun # "~22--26"'}),
        ("1914/1918", {"year": "1914", "date": "1914/1918"}),
        ("1967-21", {"year": "1967", "date": "1967-21"}),
        ("1967~", {"year": "1967", "date": "1967~"}),
        ("soon", {"date": "soon"}),
    ],
)
def test_a_date_becomes_year_and_month(date, fields):
    assert write_date(date) == fields


@pytest.mark.parametrize(
    ("entrytype", "fields", "expected"),
    [
        ("phdthesis", {"school": "MIT"}, Entry("thesis", {"institution": "MIT", "type": "phdthesis"})),
        ("mastersthesis", {"school": "MIT"}, Entry("thesis", {"institution": "MIT", "type": "mathesis"})),
        ("mastersthesis", {"type": "Diplomarbeit"}, Entry("thesis", {"type": "Diplomarbeit"})),
        ("techreport", {"number": "5"}, Entry("report", {"number": "5", "type": "techreport"})),
        ("conference", {"key": "x"}, Entry("inproceedings", {"sortkey": "x"})),
        ("www", {"url": "http://x"}, Entry("online", {"url": "http://x"})),
        (
            "article",
            {"journal": "J", "address": "P", "annote": "n", "archiveprefix": "arXiv", "primaryclass": "cs"},
            Entry("article", {"journaltitle": "J", "location": "P", "annotation": "n", "eprinttype": "arXiv",
                              "eprintclass": "cs"}),
        ),
        ("article", {"journal": "J", "journaltitle": "K"}, Entry("article", {"journal": "J", "journaltitle": "K"})),
        ("article", {"date": "1967-03", "year": "1967", "month": "March"}, Entry("article", {"date": "1967-03"})),
        ("article", {"date": "1968", "year": "1967"}, Entry("article", {"date": "1968", "year": "1967"})),
        ("strange", {"x": "y"}, Entry("strange", {"x": "y"})),
    ],
)  # fmt: skip
def test_what_bibtex_calls_things_is_read_by_biblatex_names(entrytype, fields, expected):
    assert to_biblatex(entrytype, fields) == expected


@pytest.mark.parametrize(
    ("entrytype", "bibtex"),
    [("online", "misc"), ("collection", "book"), ("mvbook", "book"), ("report", "techreport"),
     ("inreference", "incollection"),
     ("thesis", "phdthesis"), ("dataset", "misc"), ("suppperiodical", "article"), ("strange", "strange")],
)  # fmt: skip
def test_bibtex_gets_the_nearest_type_and_the_way_back(entrytype, bibtex):
    entry = Entry(entrytype, {"title": "T"}, "k")
    written = to_bibtex(entry)
    assert written.entrytype == bibtex
    assert to_biblatex(written.entrytype, written.fields, "k") == entry


FAMILY = """
@mvbook{whole, title = {Whole}, subtitle = {Sub}, author = {Brown, Ann}, publisher = {Press}, date = 1990,
  shorttitle = {W}}
@book{volume, crossref = {whole}, title = {Volume}, volume = 2, xdata = {place}}
@inbook{part, crossref = {Volume}, title = {Part}, author = {Day, D.}}
@xdata{place, location = {Paris}}
@inproceedings{talk, crossref = {conference}, title = {Talk}}
@proceedings{conference, title = {Conference}, date = 2001}
@misc{ring, crossref = {ring2}, title = {A}}
@misc{ring2, crossref = {ring}, note = {B}}
@misc{orphan, crossref = {nobody}, title = {A}}
"""


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("volume", {"title": "Volume", "volume": "2", "maintitle": "Whole", "mainsubtitle": "Sub",
                    "author": "Brown, Ann",
                    "publisher": "Press", "date": "1990", "location": "Paris", "crossref": "whole"}),
        ("part", {"title": "Part", "booktitle": "Volume", "author": "Day, D.", "bookauthor": "Brown, Ann",
                  "volume": "2",
                  "publisher": "Press", "maintitle": "Whole", "mainsubtitle": "Sub", "date": "1990",
                  "location": "Paris", "crossref": "Volume"}),
        ("talk", {"title": "Talk", "booktitle": "Conference", "date": "2001", "crossref": "conference"}),
        ("ring", {"title": "A", "note": "B", "crossref": "ring2"}),
        ("orphan", {"title": "A", "crossref": "nobody"}),
    ],
)  # fmt: skip
def test_children_take_over_what_their_parents_lend(key, fields):
    by_key = {entry.key.lower(): entry for _, entry in read_bib_text(FAMILY).entries()}
    assert dict(inherited(by_key[key], by_key).fields) == fields
