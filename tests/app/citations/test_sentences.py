"""Where one clause of a note ends and the next begins."""

from __future__ import annotations

import pytest

from app.citations.layout import lay_out
from app.citations.sentences import split_clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("A, 1; B, 2", ["A, 1;", "B, 2"]),
        ("A, ‘B; C’, 1", ["A, ‘B; C’, 1"]),
        ("A (London; Paris, 1990), 1", ["A (London; Paris, 1990), 1"]),
        ("Ibid., 85. Also see B.", ["Ibid., 85.", "Also see B."]),
        ("J. F. Doe and Dr. Roe vs. Poe", ["J. F. Doe and Dr. Roe vs. Poe"]),
        ("5. Aufl., 1950", ["5. Aufl., 1950"]),
        ("Titel, 2. Aufl., Bonn 1950", ["Titel, 2. Aufl., Bonn 1950"]),
        ("iii. 45", ["iii. 45"]),
        ("On women, see ‘Define’ (1990)", ["On women,", "see ‘Define’ (1990)"]),
        ("It is hard to see any effect", ["It is hard to see any effect"]),
        ("A, 1 May 1969, quoted in B, 3", ["A, 1 May 1969,", "quoted in B, 3"]),
        ("“U.S. Rebels.” The Hour.", ["“U.S. Rebels.”", "The Hour."]),
        # Abbreviations of series and archives; a page's "ff." before a capital ends a sentence.
        ("Am. State Papers, For. Rel., I. 4", ["Am. State Papers, For. Rel., I. 4"]),
        ("Hist. MSS. Comm., Add. MSS 3", ["Hist. MSS. Comm., Add. MSS 3"]),
        ("Adler, Titel, S. 45 ff. Im übrigen", ["Adler, Titel, S. 45 ff.", "Im übrigen"]),
        # The second title of an old book.
        ("J. Doe, War; or, the Frauds (London, 1805)", ["J. Doe, War; or, the Frauds (London, 1805)"]),
        ("J. Doe, War, 5; or Roe, 6", ["J. Doe, War, 5;", "or Roe, 6"]),
        # A joint, with a word or a dash; an editor's name behind a joint is the same work's.
        ("J. Doe, War, 5, and ibid., 6", ["J. Doe, War, 5", ", and ibid., 6"]),
        ("J. Doe, War, 5 and Ann Roe, Peace, 6", ["J. Doe, War, 5", "and Ann Roe, Peace, 6"]),
        ("J. Doe, War 1914–1918, hg. v. Ann Roe, Bonn 1920", ["J. Doe, War 1914–1918, hg. v. Ann Roe, Bonn 1920"]),
        ("J. Doe, War, 1815-1851, Oxford-New York, OUP, 2006", ["J. Doe, War, 1815-1851, Oxford-New York, OUP, 2006"]),
        # What the note says in words of its own.
        ("J. Doe, War (London, 1990), is good", ["J. Doe, War (London, 1990)", ", is good"]),
        ("J. Doe, War, p. 5 (where it is said)", ["J. Doe, War, p. 5", "(where it is said)"]),
        ("J. Doe, War (London, 1990), no. 4", ["J. Doe, War (London, 1990), no. 4"]),
        ("J. Doe, War (London, 1990), ix-xx", ["J. Doe, War (London, 1990), ix-xx"]),
    ],
)
def test_a_note_is_cut_at_semicolons_sentence_ends_and_signals_in_the_open(text: str, clauses: list[str]) -> None:
    layout = lay_out(text)
    assert [text[c.start : c.end].strip() for c in split_clauses(layout, 0, len(text))] == clauses
