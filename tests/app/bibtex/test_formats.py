"""Entries in other programs' formats, and back."""

import json

import pytest

from app.bibtex.formats import Format, read_xml, write_as
from app.entry import Entry
from app.errors import UserError
from app.importing.reference_files import read_references

MULLER = {"author": "Müller, Jörg and van der Berg, Jan", "title": "War & <Peace>", "journaltitle": "J. of War",
          "date": "1967-03", "volume": "5", "number": "2", "pages": "1--20", "doi": "10.1000/182",
          "issn": "0317-8471"}  # fmt: skip
BROWN = {"author": "Brown, Ann", "title": "Minister arrives", "journaltitle": "Pravda", "date": "1962-10-25",
         "entrysubtype": "newspaper"}  # fmt: skip
DAY = {"author": "Day, D.", "editor": "Fox, E.", "title": "Part", "booktitle": "Whole", "publisher": "Press",
       "location": "Paris", "date": "2001", "pages": "7"}  # fmt: skip
CIA = {"author": "{Central Intelligence Agency}", "title": "Estimates", "date": "1962", "isbn": "0-306-40615-2",
       "keywords": "war, peace", "abstract": "Long text"}  # fmt: skip
KING = {"author": "King, Martin Luther", "title": "On", "institution": "MIT", "date": "1955"}
PAGE = {"title": "Page", "url": "https://x.org/a_b?c&d", "date": "2005-10-18"}
ENTRIES = [
    Entry("article", MULLER, "muller1967"),
    Entry("article", BROWN, "brown1962"),
    Entry("incollection", DAY, "day2001"),
    Entry("book", CIA, "cia1962"),
    Entry("thesis", KING, "king1955"),
    Entry("online", PAGE, "page2005"),
]


@pytest.mark.parametrize("wanted", [Format.ENDNOTE_XML, Format.MODS])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_entries_survive_the_xml_formats(wanted, entry):
    [read] = read_xml(write_as([entry], wanted).encode())
    assert (read.entrytype, dict(read.fields)) == (entry.entrytype, dict(entry.fields))


@pytest.mark.parametrize("wanted", [Format.RIS, Format.CSL_JSON])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_what_matters_survives_ris_and_csl(wanted, entry):
    [read] = read_references("x", write_as([entry], wanted).encode())
    for name in ("author", "title", "date", "journaltitle", "booktitle", "volume", "pages", "doi", "url"):
        assert read.get(name) == entry.get(name)
    assert read.entrytype == entry.entrytype


def test_no_tex_leaves_for_other_programs():
    entry = Entry("book", {"title": "The {NASA} \\emph{story} at \\$5 {\\textbackslash}o/"}, "k")
    [item] = json.loads(write_as([entry], Format.CSL_JSON))
    assert item["title"] == "The NASA story at $5 \\o/"


def test_emphasis_of_other_programs_becomes_a_command():
    title = b"<titles><title>An &lt;i&gt;Aim&lt;/i&gt; c:\\x</title></titles>"
    xml = b"<xml><records><record><ref-type name='Book'>6</ref-type>" + title + b"</record></records></xml>"
    [entry] = read_xml(xml)
    assert entry.get("title") == "An \\emph{Aim} c:{\\textbackslash}x"


@pytest.mark.parametrize(
    "content",
    [b"", b"no xml", b"<html></html>", b'<!DOCTYPE a [<!ENTITY b "c">]><xml><records>&b;</records></xml>', b"<xml"],
)
def test_what_is_no_bibliography_is_said_to_be_none(content):
    with pytest.raises(UserError):
        read_xml(content)
