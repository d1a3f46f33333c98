"""Zotero's items as entries."""

import json

import pytest

from app.bibtex.formats.zotero import date_of
from app.importing.reference_files import read_references

ITEM = {
    "itemType": "newspaperArticle", "title": "The <i>Missiles</i> of October", "publicationTitle": "Pravda",
    "date": "25-Oct-1962", "pages": "1-2", "citationKey": "brown1962", "accessDate": "2020-01-02T10:00:00Z",
    "tags": [{"tag": "war"}, {"tag": "peace"}], "language": "ru",
    "extra": "tex.subtitle: A story\nDOI: 10.1/x\nfree words",
    "creators": [
        {"creatorType": "author", "firstName": "Ann", "lastName": "Brown"},
        {"creatorType": "author", "firstName": "Martin Luther, Jr.", "lastName": "King"},
        {"creatorType": "translator", "name": "Novosti Press Agency"},
    ],
}  # fmt: skip


def test_an_item_becomes_an_entry():
    [entry] = read_references("x.json", json.dumps({"items": [ITEM]}).encode())
    assert (entry.entrytype, entry.key) == ("article", "brown1962")
    assert dict(entry.fields) == {
        "title": "The \\emph{Missiles} of October", "subtitle": "A story", "journaltitle": "Pravda",
        "date": "1962-10-25",
        "pages": "1--2", "urldate": "2020-01-02", "keywords": "war, peace", "langid": "russian", "doi": "10.1/x",
        "note": "free words", "author": "Brown, Ann and King, Jr., Martin Luther", "entrysubtype": "newspaper",
        "translator": "{Novosti Press Agency}",
    }  # fmt: skip


def test_particles_languages_and_preprints_are_read():
    item = {"itemType": "preprint", "title": "T", "language": "pt-BR", "extra": ["arXiv: 2005.14017 [cs.CL]"],
            "creators": [{"creatorType": "author", "firstName": "Alexander von", "lastName": "Humboldt"}]}  # fmt: skip
    [entry] = read_references("x.json", json.dumps([item]).encode())
    assert (entry.get("author"), entry.get("langid")) == ("von Humboldt, Alexander", "brazilian")
    assert [entry.get(n) for n in ("eprint", "eprinttype", "eprintclass")] == ["2005.14017", "arxiv", "cs.CL"]


@pytest.mark.parametrize(
    ("text", "date"),
    [("1968", "1968"), ("2007-6-29", "2007-06-29"), ("04/2012", "2012-04"), ("1993-00-00", "1993"),
     ("May 2007", "2007-05"), ("June 5, 2007", "2007-06-05"), ("c. 1850s", "c. 1850s"), ("", "")],
)  # fmt: skip
def test_dates_of_every_form_are_read(text, date):
    assert date_of(text) == date
