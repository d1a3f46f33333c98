from __future__ import annotations

import json
from importlib.resources import files

from app.article import read_article
from app.readers import read_bytes

SAMPLE = files("resources").joinpath("sample")
GOLD = json.loads(SAMPLE.joinpath("gold.json").read_text(encoding="utf-8"))


def sample(name: str) -> list[tuple[int, str, str]]:
    article = read_article(read_bytes(name, SAMPLE.joinpath(name).read_bytes()))
    return [(note.position, note.label, note.text) for note in article.notes]


def test_the_copied_sample_and_the_saved_one_give_the_same_notes() -> None:
    assert sample("article.txt") == sample("article.html")


def test_the_sample_gives_the_notes_of_its_gold() -> None:
    assert sample("article.txt") == [(note["position"], note["label"], note["text"]) for note in GOLD["notes"]]


def test_both_samples_give_the_article_itself() -> None:
    for name in ("article.txt", "article.html"):
        entry = read_article(read_bytes(name, SAMPLE.joinpath(name).read_bytes())).entry
        assert entry is not None
        assert entry.entrytype == GOLD["article"]["entrytype"]
        assert dict(entry.fields) == GOLD["article"]["fields"]


def test_the_spans_of_the_gold_are_the_words_of_its_citations() -> None:
    for note in GOLD["notes"]:
        for citation in note["citations"]:
            assert note["text"][citation["start"] : citation["end"]] == citation["text"]
