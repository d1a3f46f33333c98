"""What "op. cit.", "a.a.O.", "supra note 3" and "(oben N. 7)" mean, with a name, a title or a number."""

from __future__ import annotations

import pytest

from tests.app.resolving.marked import check, numbered

SMITH = "⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧1"
JONES = "⟦Ben Jones, The Short Peace (London: Faber, 1991), 7⟧2"
FORD = "⟦Anna Smith, The Ford (London: Faber, 1995), 5⟧2"
BOTH = f"{SMITH}; {JONES}."


@pytest.mark.parametrize(
    "article",
    [
        # The note's number is its printed label, not its place.
        f"7 {SMITH}.\n7a {JONES}.\n12 ⟦Jones, op. cit., n. 7a, p. 9⟧2.",
        f"5 {BOTH}\n9 ⟦Smith, supra note 5, at 3⟧1.\n11 ⟦Jones, supra note 5, at 3⟧2.",
        f"5 {BOTH}\n9 ⟦Jones (oben N. 5) 3⟧2.\n11 ⟦Jones (wie Anm. 5), S. 3⟧2.",
        # Two authors joined by "&" are not the one of them who wrote alone, and the other way round.
        (
            "3 ⟦Cass R. Sun, Free Markets 12 (1997)⟧1; "
            "⟦Ann Pil & Cass R. Sun, The State, 62 U. Chi. L. Rev. 1 (1995)⟧2.\n"
            "9 ⟦Pil & Sun, supra note 3, at 64⟧2.\n10 ⟦Sun, supra note 3, at 64⟧1."
        ),
        # A note number that no longer fits gives way to the name, and helps it where it is near.
        f"1 {SMITH}.\n2 {JONES}.\n3 ⟦Smith, op. cit., n. 2, p. 9⟧1.",
        (
            f"4 {SMITH}.\n12 {FORD}.\n13 ⟦Ben Jones, The Short Peace (London: Faber, 1991), 7⟧3.\n"
            "20 ⟦Smith, op. cit., n. 13, p. 9⟧2."
        ),
        # The note before.
        f"1 {SMITH}.\n2 ⟦Smith (previous note) 12⟧1.",
        f"1 {SMITH}.\n2 ⟦Smith (vorige Note) 12⟧1.",
    ],
)
def test_a_note_named_holds_the_work(article: str) -> None:
    check(article)


@pytest.mark.parametrize(
    "notes",
    [
        # The kind: "art. cit." is an article, and where articles are so called "op. cit." is a book.
        (
            "⟦M. Vasseur, Le Peuple, Paris, Fayard, 1988, p. 112⟧1.",
            "⟦M. Vasseur, « L’argent », Annales, 1990, n° 3, p. 12⟧2.",
            "⟦M. Vasseur, op. cit., p. 14⟧1 ; ⟦M. Vasseur, art. cit., p. 14⟧2.",
        ),
        # The page: only one of them has it.
        (f"{SMITH}.", "⟦Anna Smith, ‘The Ford’, Past, 80 (1985), 340–56⟧2.", "⟦Smith, op. cit., 12⟧1."),
        # The title or the year; else nothing does.
        (f"{SMITH}.", f"{FORD}.", "⟦Smith, Long War, op. cit., 7⟧1."),
        (f"{SMITH}.", f"{FORD}.", "⟦Smith (1995), op. cit., 7⟧2."),
        (f"{SMITH}.", f"{FORD}.", "⟦Smith, op. cit., 7⟧?."),
        # The given name or the initial.
        (f"{SMITH}.", "⟦Jane Smith, The Mill (London: Faber, 1995), 5⟧2.", "⟦J. Smith, op. cit., 7⟧2."),
        (f"{SMITH}.", "⟦Jane Smith, The Mill (London: Faber, 1995), 5⟧2.", "⟦Jane Smith, p. 12⟧2."),
        # An author goes before one who was only an editor.
        (f"{SMITH}.", "⟦Anna Smith (ed.), Essays (London: Faber, 1995)⟧2.", "⟦Smith, op. cit., 7⟧1."),
        # A particle tells "v. Brandt" from Brandt.
        (
            "⟦Otto Brandt, Die Mühle, Berlin 1940, S. 3⟧1; ⟦Magnus von Brandt, Das Wehr, Berlin 1955, S. 8⟧2.",
            "⟦v. Brandt, a.a.O., S. 21⟧2.",
        ),
    ],
)
def test_of_an_authors_several_works_kind_page_title_or_name_decide(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


@pytest.mark.parametrize(
    "notes",
    [
        # As a scanner reads the names.
        ("⟦Anna Ostrova, The Long War (London: Faber, 1990), 5⟧1.", "⟦0strova, op. cit., 8⟧1."),
        ("⟦Mary Chapman, The Long War (London: Faber, 1990), 5⟧1.", "⟦Chaprnan, op. cit., 8⟧1."),
        ("⟦Carl Mühlberg, Die Mühle, Berlin 1926, S. 5⟧1.", "⟦Miihlberg, op. cit., 8⟧1."),
        # As the author misspells them.
        ("⟦Peter Nahamowitz, The Long War (London: Faber, 1990), 5⟧1.", "⟦Nahamovitz, op. cit., 8⟧1."),
        ("⟦Wolfgang Schroeder, Das Jahr, Bonn 1990, S. 5⟧1.", "⟦Schröder, a.a.O., S. 8⟧1."),
        # An editor's mark, "et al." and the dots of a title cut short.
        (
            "⟦Jean Roe, Paul Lee et Ann Marsh (dir.), Réformer la police. Études, Paris, Fayard, 1990⟧1.",
            "⟦J. Roe et al. (dir.), Réformer la police…, op. cit., p. 14⟧1.",
        ),
        # Two authors joined are not the one of them who wrote alone.
        (f"{SMITH}.", "⟦Roe and Smith, The Laws (London: Faber, 1995), 5⟧2.", "⟦Roe and Smith, op. cit., i, 7⟧2."),
        # A title made of names.
        (
            "⟦Ann Roe, Henry Marlow and Modern Science (London: Faber, 1995), 5⟧1.",
            "⟦Henry Marlow, The Ford (London: Faber, 1890), 3⟧2.",
            "⟦Roe, Henry Marlow and Modern Science, op. cit., p. 7⟧1.",
        ),
        # Without a name it is what was cited last.
        (f"{SMITH}.", "⟦Loc. cit.⟧1"),
        (BOTH, "⟦Op. cit., p. 45⟧2."),
        # Nobody of that name is known.
        (BOTH, "⟦Nobody, op. cit., p. 3⟧?."),
    ],
)
def test_a_name_is_known_again_however_it_is_printed(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


@pytest.mark.parametrize(
    "notes",
    [
        # The note named has the name, but the work could not be read there: no other one is taken for it.
        ("See what Roe had to say of it long ago.", f"{SMITH}.", "⟦Roe, op. cit., n. 1, p. 9⟧?."),
        (f"{SMITH}; so, too, Roe long ago.", "⟦Roe, op. cit., n. 1, p. 9⟧?."),
        # A work is known under a name that its citation has not.
        ("⟦Report of the Committee on Mills (London: HMSO, 1971), 5⟧1.", "⟦Tarrant, op. cit., n. 1, p. 9⟧1."),
        # Two are named, and the one author known is not both.
        ("⟦Ann Marsh, The Laws (London: Faber, 1995), 5⟧1.", "⟦Roe and Marsh, op. cit., 7⟧?."),
        # A name before a title is not a work in whose title it stands.
        ("⟦T. Koops, Zu Brandts Memoiren, Bonn 1973, S. 3⟧1.", "⟦Brandt, a.a.O., S. 7⟧?."),
        # A namesake with another given name.
        (f"{SMITH}.", "⟦Jane Smith, op. cit., 7⟧?."),
    ],
)
def test_no_other_work_is_taken_for_one_that_could_not_be_read(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))
