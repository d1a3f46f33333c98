"""The grammar that the tagger is trained on: what it writes, and that a seed gives the same every time."""

import random
import re

import pytest

from app.tagging import Part
from benchmarks.training.__main__ import MODEL, train
from benchmarks.training.facts import invent
from benchmarks.training.generating import generate
from benchmarks.training.labelled import LabelledText, Span
from benchmarks.training.noise import replace_at
from benchmarks.training.people import print_name
from benchmarks.training.readings import MODEL as CHOICE
from benchmarks.training.rendering import render, styles

MOST_BYTES = 5_000_000
PATTERNS = [(style, kind) for style in styles() for kind in style.forms]


@pytest.mark.parametrize(("style", "kind"), PATTERNS, ids=lambda value: getattr(value, "name", value))
def test_every_house_style_prints_every_kind_of_work_it_knows(style, kind):
    chance = random.Random(7)
    for _ in range(4 * len(style.forms[kind])):
        printed = render(style, kind, invent(style.language, chance), chance)
        assert not re.search(r"\{\w|\w\}|<\w+\|", printed.text), "a sign of the pattern was printed"
        assert printed.spans
        end = 0
        for span in printed.spans:
            assert end <= span.start < span.end <= len(printed.text)
            end = span.end


def test_a_seed_gives_the_same_citations_every_time():
    assert list(generate(3, 40)) == list(generate(3, 40))
    assert list(generate(3, 40)) != list(generate(4, 40))


def test_the_grammar_writes_every_part_in_six_languages():
    written = list(generate(1, 1500))
    assert {span.part for citation in written for span in citation.spans} == set(Part) - {Part.OTHER, Part.NOTE}
    assert {style.language for style in styles()} == {"en", "de", "fr", "es", "it", "pt"}


def test_labels_stay_on_their_words_whatever_is_put_before_or_left_out():
    citation = LabelledText("Roe, The Mill, 1901", (Span(0, 3, Part.AUTHOR), Span(5, 13, Part.TITLE)), "own")
    longer = replace_at(citation, 0, 0, "12. ")
    shorter = replace_at(citation, 3, 1, "")
    for changed in (longer, shorter):
        assert [changed.text[span.start : span.end] for span in changed.spans] == ["Roe", "The Mill"]


def test_signs_at_the_edge_of_a_part_belong_to_none():
    citation = LabelledText("“The Mill,” 1901", (Span(0, 11, Part.TITLE), Span(12, 16, Part.DATE)), "own")
    tokens, labels = citation.labelled_tokens()
    told = {token.text: label for token, label in zip(tokens, labels, strict=True)}
    assert told == {"“": "other", "The": "title", "Mill": "title", ",": "other", "”": "other", "1901": "date"}


@pytest.mark.parametrize(
    ("manner", "printed"),
    [
        ("full", "Anna Maria Roe"), ("initials", "A. M. Roe"), ("inverted", "Roe, Anna Maria"),
        ("inverted_initials", "Roe, A. M."), ("bare", "Roe AM"), ("caps_inverted", "ROE, Anna Maria"),
        ("family", "Roe"),
    ],
)  # fmt: skip
def test_a_name_is_printed_in_each_manner(manner, printed):
    assert print_name(("Anna Maria", "Roe"), manner) == printed


def test_the_same_material_gives_the_same_model(tmp_path):
    first, second = tmp_path / "first.crf", tmp_path / "second.crf"
    for path in (first, second):
        train(generate(5, 60), path, random.Random(5))
    assert first.read_bytes() == second.read_bytes()


def test_the_models_that_are_shipped_are_small_and_say_what_they_were_trained_on():
    assert MODEL.stat().st_size + CHOICE.stat().st_size < MOST_BYTES
    told = MODEL.with_suffix(".txt").read_text(encoding="utf-8")
    assert "seed 1" in told
    assert "MIT" in told
