"""Zotero's items as entries."""

import json

import pytest

from app.importing.reference_files import read_references

ITEM = {
    "itemType": "newspaperArticle", "title": "The <i>Missiles</i> of October", "publicationTitle": "Pravda",
    "date": "25-Oct-1962", "pages": "1-2", "citationKey": "brown1962", "accessDate": "2020-01-02T10:00:00Z",
    "tags": [{"tag": "war"}, {"tag": "Cuba, crisis"}], "language": "ru",
    "extra": "tex.subtitle: A story\nDOI: 10.1/x\nfree words",
    "notes": [{"note": "<p>Read &amp; copied</p><p>twice</p>"}],
    "creators": [
        {"creatorType": "author", "firstName": "Ann", "lastName": "Brown"},
        {"creatorType": "author", "firstName": "Martin Luther, Jr.", "lastName": "King"},
        {"creatorType": "translator", "name": "Novosti Press Agency"},
    ],
}  # fmt: skip


def read(**item):
    """The entry of an item: a journal article unless it says otherwise."""
    item = {"itemType": "journalArticle", "title": "T", **item}
    [entry] = read_references("x.json", json.dumps({"items": [item]}).encode())
    return entry


def fields(**item):
    """Its fields without the title."""
    return {name: value for name, value in read(**item).fields.items() if name != "title"}


def test_an_item_becomes_an_entry():
    [entry] = read_references("x.json", json.dumps({"config": {}, "items": [ITEM]}).encode())
    assert (entry.entrytype, entry.key) == ("article", "brown1962")
    assert dict(entry.fields) == {
        "title": "The \\emph{Missiles} of October", "subtitle": "A story", "journaltitle": "Pravda",
        "date": "1962-10-25", "pages": "1--2", "urldate": "2020-01-02", "keywords": "Cuba crisis, war",
        "langid": "russian", "doi": "10.1/x", "author": "Brown, Ann and King, Jr., Martin Luther",
        "entrysubtype": "newspaper", "translator": "{Novosti Press Agency}",
        "annotation": "free words\n\nRead & copied\n\ntwice",
    }  # fmt: skip


def test_notes_and_attachments_are_no_entries_and_items_of_the_api_are():
    items = [{"itemType": "note", "note": "x"}, {"itemType": "attachment"}, {"key": "A", "data": ITEM}]
    assert [entry.key for entry in read_references("x.json", json.dumps(items).encode())] == ["brown1962"]


@pytest.mark.parametrize(
    ("creator", "expected"),
    [
        ({"firstName": "Alexander von", "lastName": "Humboldt"}, {"author": "von Humboldt, Alexander"}),
        ({"firstName": "Georg Henrik", "lastName": "von Wright"},
         {"author": "von Wright, Georg Henrik", "options": "useprefix=true"}),
        ({"firstName": "Georg", "lastName": '"von Wright"'}, {"author": "{von Wright}, Georg"}),
        ({"firstName": "Jean de", "lastName": "La Fontaine"}, {"author": "de La Fontaine, Jean"}),
        ({"firstName": "Frank G.,! Jr.", "lastName": "Bennett"}, {"author": "Bennett, Jr., Frank G."}),
        ({"firstName": "", "lastName": "Plato"}, {"author": "{Plato}"}),
        ({"name": "Barnes and Noble, Inc."}, {"author": "{Barnes and Noble, Inc.}"}),
        ({"creatorType": "contributor", "firstName": "A.", "lastName": "Day"},
         {"editora": "Day, A.", "editoratype": "collaborator"}),
        ({"creatorType": "recipient", "firstName": "A.", "lastName": "Day"}, {"titleaddon": "To A. Day"}),
        ({"creatorType": "interviewer", "name": "BBC"}, {"titleaddon": "Interview by BBC"}),
        ({"creatorType": "inventor", "firstName": "A.", "lastName": "Day"}, {"author": "Day, A."}),
        ({"creatorType": "seriesEditor", "firstName": "A.", "lastName": "Day"},
         {"editorb": "Day, A.", "editorbtype": "editor"}),
        ({}, {}),
    ],
)  # fmt: skip
def test_creators_become_names_with_particles_suffixes_and_roles(creator, expected):
    assert fields(creators=[creator]) == expected


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("A {set} of \\things", "A \\{set\\} of {\\textbackslash}things"),
        ("An open { brace", "An open { brace"),
        ('<span class="nocase">of Mice</span> and <sc>Men</sc>', "{of Mice} and \\textsc{Men}"),
        ("<b>H<sub>2</sub>O</b> <sup>x</sup>", "\\textbf{H\\textsubscript{2}O} \\textsuperscript{x}"),
        ('<span style="font-variant:small-caps;">A</span><span>b</span>', "\\textsc{A}b"),
        ("<i>A <i>B</i> C</i>", "\\emph{A \\emph{B} C}"),
        ("The $\\ell_1$ norm costs $5", "The $\\ell_1$ norm costs $5"),
        ("<pre>\\mathcal{X} {NASA}</pre> {x}", "\\mathcal{X} {NASA} \\{x\\}"),
        ("<!>boyd & <x>", "<!>boyd & <x>"),
        ("A -- b---c, x--", "A – b—c, x--"),
        ("AT&amp;T", "AT&amp;T"),
        ("Veriﬁcation of eﬃcient ﬂows", "Verification of efficient flows"),
    ],
)
def test_titles_are_text_with_marks_of_html(title, value):
    assert read(title=title).get("title") == value


def test_items_that_are_tex_already_say_so():
    entry = read(title='{NASA} \\emph{x} \\"u', tags=[{"tag": "#LaTeX"}, "b"])
    assert (entry.get("title"), entry.get("keywords")) == ("{NASA} \\emph{x} ü", "b")


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("tex.title= $x_1$ \\emph{y}", {"title": "$x_1$ \\emph{y}"}),
        ("tex.titleaddon: A & {b}", {"titleaddon": "A & \\{b\\}"}),
        (["Original Date: 1967-03-01", "original-publisher: Doe and Co", "Original title: X"],
         {"origdate": "1967-03-01", "origpublisher": "Doe and Co", "origtitle": "X"}),
        ("{:original-date: 1976}", {"origdate": "1976"}),
        ("PMID: 14758786\nPMCID: PMC1", {"eprint": "14758786", "eprinttype": "pubmed", "pmcid": "PMC1"}),
        ("Google-Books-ID: gzA4AAAACAAJ", {"eprint": "gzA4AAAACAAJ", "eprinttype": "googlebooks"}),
        ("arXiv:2005.14017 [cs, eess]", {"eprint": "2005.14017", "eprinttype": "arXiv", "eprintclass": "cs, eess"}),
        ("Status: in press\nevent-place: Paris\nVersion: 2", {"pubstate": "in press", "venue": "Paris",
         "version": "2"}),
        ("editor: Day || Ann\neditor: Fox || B.\nauthor: CIA", {"editor": "Day, Ann and Fox, B.", "author": "{CIA}"}),
        ("_eprint: https://x.org\n00000", {}),
        ("Actual: 2016\nseen: twice", {"annotation": "Actual: 2016\n\nseen: twice"}),
        ("biblatexdata[a=x, y;b=z]", {"a": "x, y", "b": "z"}),
        ('bibtex{"note": "N"}', {"note": "N"}),
        ("biblatexdata[a, b]", {"annotation": "biblatexdata[a, b]"}),
        ("Issued: 1967/1968", {"date": "1967/1968"}),
    ],
)  # fmt: skip
def test_the_lines_of_extra_are_fields_where_they_name_some(extra, expected):
    entry = read(extra=extra)
    assert {name: value for name, value in entry.fields.items() if name != "title" or value != "T"} == expected


def test_extra_names_keys_types_and_what_is_to_go():
    entry = read(
        extra="Citation Key: brown\nCitation Key Alias: a, b\nType: report\ntex.volume=", volume="5", publisher="P"
    )
    assert (entry.key, entry.entrytype, entry.get("ids")) == ("brown", "report", "a, b")
    assert (entry.get("volume"), entry.get("institution")) == ("", "P")
    assert read(extra="tex.entrytype: mvlexicon", publicationTitle="J").get("journaltitle") == "J"


@pytest.mark.parametrize(
    ("item", "entrytype", "expected"),
    [
        ({"itemType": "thesis", "thesisType": "Ph.D. Diss.", "university": "MIT"}, "thesis",
         {"type": "phdthesis", "institution": "MIT"}),
        ({"itemType": "thesis", "type": "Masterarbeit"}, "thesis", {"type": "mathesis"}),
        ({"itemType": "thesis", "type": "Habilitation"}, "thesis", {"type": "Habilitation"}),
        ({"itemType": "patent", "patentNumber": "EP123", "assignee": "Bell"}, "patent",
         {"number": "123", "type": "patenteu", "holder": "Bell"}),
        ({"itemType": "patent", "applicationNumber": "US 45/6"}, "patent", {"number": "45/6", "type": "patrequs"}),
        ({"itemType": "presentation", "place": "Rome", "meetingName": "M", "publicationTitle": "P"}, "unpublished",
         {"venue": "Rome", "eventtitle": "M", "journaltitle": "P"}),
        ({"itemType": "webpage", "websiteTitle": "BBC", "url": "http://x.org"}, "online",
         {"organization": "BBC", "url": "http://x.org"}),
        ({"itemType": "preprint", "repository": "arXiv", "archiveID": "arXiv:1"}, "online",
         {"pubstate": "prepublished"}),
        ({"publicationTitle": "arXiv:1305.4904 [quant-ph]"}, "unpublished",
         {"eprint": "1305.4904", "eprinttype": "arXiv", "eprintclass": "quant-ph"}),
        ({"url": "http://www.ncbi.nlm.nih.gov/pubmed/4027280"}, "article",
         {"eprint": "4027280", "eprinttype": "pubmed", "url": "http://www.ncbi.nlm.nih.gov/pubmed/4027280"}),
        ({"itemType": "book", "publisher": "Miller, Smith and Jones", "numPages": "vi+9",
         "place": "Trinidad and Tobago"},
         "book", {"publisher": "{Miller, Smith and Jones}", "pagetotal": "vi+9", "location": "Trinidad and Tobago"}),
        ({"itemType": "letter", "archive": "NARA", "archiveLocation": "RG 59, box 2", "callNumber": "x"}, "letter",
         {"library": "NARA, RG 59, box 2, x"}),
        ({"itemType": "case", "caseName": "A v. B", "reporter": "US", "reporterVolume": "5",
         "dateDecided": "1954-05-17"},
         "jurisdiction", {"journaltitle": "US", "volume": "5", "date": "1954-05-17"}),
        ({"issue": "5-6", "volume": "1—2", "pages": "e1–e9"}, "article", {"number": "5–6", "volume": "1–2",
         "pages": "e1--e9"}),
        ({"attachments": [{"path": "C:\\a.pdf"}, {"path": "b.pdf"}, {"path": "https://x.org/c.pdf"}]}, "article",
         {"file": ":C\\:\\\\a.pdf:PDF;b.pdf"}),
        ({"itemType": "unheardOf"}, "misc", {}),
    ],
)  # fmt: skip
def test_what_kind_an_item_is_decides_where_its_fields_go(item, entrytype, expected):
    entry = read(**{"title": "", **item})
    found = {name: value for name, value in entry.fields.items() if name != "title"}
    assert (entry.entrytype, found) == (entrytype, expected)


def test_the_rights_are_kept():
    assert fields(rights="CC BY 4.0") == {"rights": "CC BY 4.0"}
