"""What "Ibid.", "id.", "ebenda" and their like repeat, and what the page or the volume has to say about it."""

from __future__ import annotations

import pytest

from tests.app.resolving.marked import check, numbered

SMITH = "⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧1"
JONES = "⟦Ben Jones, The Short Peace (London: Faber, 1991), 7⟧2"
BOTH = f"{SMITH}; {JONES}."
REVIEWS = "⟦Mary Hollis, On Mills, 54 Stan. L. Rev. {} (2002)⟧1; ⟦Ann Roe, On Fords, 47 Yale L.J. {} (1998)⟧2."


@pytest.mark.parametrize(
    "notes",
    [
        # The last one named is taken, whatever the language, unless a name decides.
        (BOTH, "⟦Ibid., 6⟧2."),
        (BOTH, "⟦Jones, ibid., 8⟧2."),
        (BOTH, "⟦Smith, ibid., 8⟧1."),
        (BOTH, "⟦Ebd., S. 6⟧2.", "⟦Ebenda⟧2."),
        (BOTH, "⟦Ibíd., 6⟧2."),
        (BOTH, "⟦Ivi, p. 6⟧2."),
        (f"{SMITH}; see also {JONES}.", "⟦Ibid., 6⟧2."),
        # What repeats an open citation is open too.
        ("⟦Nobody, op. cit., p. 3⟧?.", "⟦Ibid., 7⟧?."),
        # In the same note it is the one just before.
        (f"{SMITH}; ⟦ibid., 9⟧1; {JONES}; ⟦ibid., 9⟧2.",),
        # A note without citations and an empty note are passed over.
        (f"{SMITH}.", "Nothing of this is known for certain.", "⟦Ibid., 6⟧1."),
        (f"{SMITH}.", "", "⟦Ibid., 6⟧1."),
        # Nothing is cited before it.
        ("⟦Ibid., 6⟧?.",),
        # A relative clause behind the page is the note's own.
        (f"{SMITH}, which nobody has read to the end.", "⟦Ibid., 9⟧1."),
        # A scanner's spelling of it.
        (f"{SMITH}.", "⟦1bid., 9⟧1."),
    ],
)
def test_ibid_repeats_the_work_named_last(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


@pytest.mark.parametrize(
    "notes",
    [
        # Of two articles the one that has the page; where both may have it, the last one.
        (REVIEWS.format(1201, 301), "⟦Id. at 310⟧2."),
        (REVIEWS.format(301, 1201), "⟦Id. at 310⟧1."),
        (REVIEWS.format(250, 301), "⟦Id. at 310⟧2."),
        # A book may have any page.
        (f"{SMITH}; ⟦Ann Roe, On Fords, 47 Yale L.J. 301 (1998)⟧2.", "⟦Id. at 12⟧1."),
        # What a bracket behind a citation quotes is passed over, and what a work quotes too.
        (f"{SMITH} (quoting {JONES}).", "⟦Id. at 6⟧1."),
        (
            "⟦The Times, 8 May 1969, 11⟧1, quoted in ⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧2.",
            "⟦Ibid., 6⟧2.",
        ),
        # The volume names another article of the same journal.
        (
            "⟦A. Roe, “The Mill at Kent”, English Review, X. 249-279⟧1.",
            "⟦B. Lee, “The Ford at Kent”, English Review, III. 650-671⟧2.",
            "⟦Ibid., X. 265⟧1.",
        ),
    ],
)
def test_the_page_or_the_volume_may_speak_against_the_last_one(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


def test_an_ibid_after_several_works_is_less_certain_than_one_after_one_work() -> None:
    after_two = check(numbered(BOTH, "⟦Ibid., 6⟧2.")).notes[1].citations[0]
    after_one = check(numbered(f"{SMITH}.", "⟦Ibid., 6⟧1.")).notes[1].citations[0]
    assert after_two.confidence < after_one.confidence
    assert "cites 2 works" in after_two.reason


@pytest.mark.parametrize(
    "notes",
    [
        # The same author: with nothing but a page the same work, with a title another one of his.
        (f"{SMITH}.", "⟦Idem, p. 9⟧1."),
        (f"{SMITH}.", "⟦Ders., Der Sommer, Berlin 1995, S. 5⟧2.", "⟦Ders., Long War, S. 9⟧1."),
        (f"{SMITH}.", "⟦Anna Smith, The Ford (London: Faber, 1995), 5⟧2.", "⟦Id., The Long War, cit., p. 9⟧1."),
        (f"{SMITH}.", "⟦Anna Smith, The Ford (London: Faber, 1995), 5⟧2.", "⟦Ders., Long War (wie Anm. 1), S. 9⟧1."),
        (f"{SMITH}.", "⟦Id., ibid., p. 50⟧1."),
        (f"{SMITH}.", "⟦Ders., a.a.O., S. 50⟧1."),
        (
            f"{SMITH}; and, for the argument in its later form, ⟦eadem, The Ford (London: Faber, 1995)⟧2.",
            "⟦Eadem, Long War, 9⟧1.",
        ),
        # "The same" behind a work that could not be found is still the man named there.
        (f"{SMITH}.", "⟦Anna Smith, The Ford (London: Faber, 1995), 5⟧2; ⟦idem, Long War, 9⟧1."),
    ],
)
def test_the_same_author_is_the_one_named_last(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


def test_the_same_author_may_be_an_editor() -> None:
    apparatus = check(
        numbered(
            "⟦Daniel Roe, Les moulins, Paris, Fayard, 2003, p. 9⟧1 ; ⟦Id. (dir.), La ville, Paris, Fayard, 2000⟧2."
        )
    )
    assert apparatus.works[1].entry.get("editor") == "Roe, Daniel"
    assert not apparatus.works[1].entry.get("author")


def test_ders_has_the_author_named_last() -> None:
    apparatus = check(
        numbered("⟦Karl Schmidt, Das Reich, München 1932, 45⟧1.", "⟦Ders., Der Staat, Berlin 1935, S. 12⟧2.")
    )
    assert [work.entry.get("author") for work in apparatus.works] == ["Schmidt, Karl", "Schmidt, Karl"]


def test_an_author_left_unsaid_in_a_list_is_the_one_before() -> None:
    text = "⟦Owen Reed, Graves (London: Hodder, 1959)⟧1; ⟦The Old Church (London: Black, 1971)⟧2."
    assert [work.entry.get("author") for work in check(numbered(text)).works] == ["Reed, Owen", "Reed, Owen"]
