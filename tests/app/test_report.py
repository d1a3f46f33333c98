"""The notes report as the command line's users read it."""

from __future__ import annotations

import json

from app.apparatus import NoteText
from app.entry import Entry
from app.report import write_report
from app.works import read_apparatus

NOTES = [
    NoteText(1, "1", "See J. Doe, The Long Road (London: Faber, 1990), 4."),
    NoteText(2, "2", ""),
    NoteText(3, "2a", "Roe, op. cit., 5."),
]


def test_the_report_has_article_works_and_every_note() -> None:
    article = Entry("article", {"title": "Roads"})
    report = json.loads(json.dumps(write_report(read_apparatus(article, NOTES))))
    assert report["article"] == {"entrytype": "article", "fields": {"title": "Roads"}}
    assert [work["id"] for work in report["works"]] == ["doe1990"]
    assert report["works"][0]["fields"]["publisher"] == "Faber"
    assert [(note["position"], note["label"], note["kind"]) for note in report["notes"]] == [
        (1, "1", "citation"),
        (2, "2", "empty"),
        (3, "2a", "citation"),
    ]


def test_a_citation_has_words_span_form_locator_relation_and_confidence() -> None:
    (citation,) = write_report(read_apparatus(None, NOTES))["notes"][0]["citations"]
    text = NOTES[0].text
    assert citation["text"] == text[citation["start"] : citation["end"]] == text[4:-1]
    assert (citation["form"], citation["locator"], citation["relation"]) == ("full", "4", "see")
    assert citation["work"] == "doe1990"
    assert 0.5 < citation["confidence"] <= 1


def test_what_cannot_be_settled_has_no_work_and_says_why() -> None:
    (citation,) = write_report(read_apparatus(None, NOTES))["notes"][2]["citations"]
    assert citation["work"] is None
    assert "Roe" in citation["reason"]


def test_keys_given_take_the_place_of_the_ids() -> None:
    report = write_report(read_apparatus(None, NOTES), {"doe1990": "Doe1990Road"})
    assert report["works"][0]["id"] == report["notes"][0]["citations"][0]["work"] == "Doe1990Road"


def test_an_article_not_shown_by_the_page_is_empty() -> None:
    assert write_report(read_apparatus(None, []))["article"] == {}
