"""Quotations and brackets, with the apostrophes and lost marks of real notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.citations.layout import lay_out


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("A, ‘B’, C", ["‘B’"]),
        ("A, ‘Russia’s Race’, C", ["‘Russia’s Race’"]),
        ("‘The Workers’ Movement’, C", ["‘The Workers’ Movement’"]),
        ("‘Buys the ‘Sea King’ and two ships’, EFE", ["‘Buys the ‘Sea King’ and two ships’"]),
        ("“TV: The ‘Report,’ a View,” Times", ["“TV: The ‘Report,’ a View,”"]),
        ("„Titel“, in: Heft", ["„Titel“"]),
        ("»Aus Politik« (APuZ)", ["»Aus Politik«"]),
        ("« Titre », Revue", ["« Titre »"]),
        ('"Plain," Times', ['"Plain,"']),
        ("``Typed; so,'' Times", ["``Typed; so,''"]),
        ("“Mixed; so,'' Times", ["“Mixed; so,''"]),
        # A mark never closed hides nothing.
        ("‘Harbour - Minister, Reuters, 5 May 2001", []),
        ("Argentina’s President’, VOA News", []),
        ("Mackenzie's Grave", []),
    ],
)
def test_a_quotation_runs_from_its_opening_mark_to_its_own_closing_mark(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in lay_out(text).quotations] == quoted


def test_brackets_are_counted_outside_quotations_and_only_in_pairs() -> None:
    layout = lay_out("A (B ‘:)’ (C) D) E) F (G")
    assert [layout.depth(at) for at in (0, 3, 11, 14, 17, 23)] == [0, 1, 2, 1, 0, 0]


@given(st.text(alphabet="ab ‘’“”«»'\"()[];.", max_size=60))
def test_quotations_never_overlap_and_blanking_keeps_the_length(text: str) -> None:
    layout = lay_out(text)
    ends = [0]
    for start, end in layout.quotations:
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
    assert len(layout.outside_quotations(0, len(text))) == len(text)
