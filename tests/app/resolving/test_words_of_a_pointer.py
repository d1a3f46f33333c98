"""The words of a back-reference taken apart: names and title, part and whole, place, volume, letter, name for later."""

from __future__ import annotations

import pytest

from app.citations import Back, Pointer
from app.entry import Entry
from app.resolving.abbreviating import find_declared
from app.resolving.heads import divide_part, divisions, split_place
from app.resolving.letters import read_letter
from app.resolving.likeness import near_title, title_likeness
from app.resolving.places import can_hold, holds_page, part_volume, volume_number


@pytest.mark.parametrize(
    ("words", "head", "place"),
    [
        ("Soral, VI. 96", "Soral", "VI. 96"),
        ("Mahon, Revolution and Empire, II. 266-270", "Mahon, Revolution and Empire", "II. 266-270"),
        ("Reichsakten Brand, Bd. 1, S. 1088", "Reichsakten Brand", "Bd. 1, S. 1088"),
        ("Landtag, Sten. Ber. Bd. 446, S. 2334 B", "Landtag, Sten. Ber.", "Bd. 446, S. 2334 B"),
        ("G.F., XIV, Part II, 471", "G.F.", "XIV, Part II, 471"),
        ("Annals of Cong., 9 Cong., 1 sess., 561, 1112", "Annals of Cong.", "9 Cong., 1 sess., 561, 1112"),
        ("Roe, Tagebuch, Eintrag v. 30. 5. 1932", "Roe, Tagebuch", "Eintrag v. 30. 5. 1932"),
        ("Dictionary of Kent, s.v. mill", "Dictionary of Kent", "s.v. mill"),
        # A year in the title is no page.
        ("Cal. State Papers, 1653-1654, p. 312", "Cal. State Papers, 1653-1654", "312"),
        ("The Long War", "The Long War", ""),
    ],
)
def test_a_short_citation_ends_with_a_place(words: str, head: str, place: str) -> None:
    assert split_place(words) == (head, place)


@pytest.mark.parametrize(
    ("names", "title", "wanted"),
    [
        ("", "J. Roe et al. (dir.), Réformer la police…", ("J. Roe et al", "Réformer la police")),
        ("", "Anni y Guerr, Inventando la nación", ("Anni y Guerr", "Inventando la nación")),
        ("Roe, Henry Marlow and Modern Science", "", ("Roe", "Henry Marlow and Modern Science")),
        ("Roe", "« Les moulins… »", ("Roe", "Les moulins")),
        ("", "unter Berufung auf Brandt, Memoiren", ("Brandt", "Memoiren")),
        ("ähnlich v. Brandt", "Memoiren", ("v. Brandt", "Memoiren")),
        ("", "les essais réunis dans J. Roux et A. Lee (éd.), Documents", ("J. Roux et A. Lee", "Documents")),
    ],
)
def test_a_head_is_parted_into_names_and_title_wherever_it_may_be(
    names: str, title: str, wanted: tuple[str, str]
) -> None:
    assert wanted in [(p.names, p.title) for p in divisions(Pointer(Back.EARLIER, names=names, title=title))]


@pytest.mark.parametrize(
    ("head", "part", "whole"),
    [
        (
            "Jean Roux, « Les règles », in P. Gray (dir.), Les ports",
            ("Jean Roux", "Les règles"),
            ("P. Gray", "Les ports"),
        ),
        ("Sven Wehl, Die Regeln, in: Gray, Häfen", ("Sven Wehl", "Die Regeln"), ("Gray", "Häfen")),
        ("A. Roe, ‘Mill Law’ in Marsh", ("A. Roe", "Mill Law"), ("Marsh", "")),
        ("Juan Guerr, “Las mutaciones”, en", ("Juan Guerr", "Las mutaciones"), ("", "")),
    ],
)
def test_a_chapter_is_told_from_what_it_stands_in(head: str, part: tuple[str, str], whole: tuple[str, str]) -> None:
    divided = divide_part(head, Pointer(Back.EARLIER))
    assert divided is not None
    assert ((divided.part.names, divided.part.title), (divided.whole.names, divided.whole.title)) == (part, whole)


@pytest.mark.parametrize("head", ["Roe, The Mill in Kent", "Roe, “Life in Kent”", "Ginz, Il formaggio e i vermi"])
def test_in_within_a_title_leads_to_no_collection(head: str) -> None:
    assert divide_part(head, Pointer(Back.EARLIER)) is None


@pytest.mark.parametrize(
    ("locator", "volume", "place"),
    [
        ("IX. 208-243", "IX", "208-243"),
        ("ii, p. 240", "ii", "240"),
        ("vol. 2, p. 34", "2", "34"),
        ("t. II, p. 678", "II", "678"),
        ("Bd. 446, S. 2334", "446", "2334"),
        ("2: 206", "2", "206"),
        ("7:44–46", "7", "44–46"),
        ("12, 14", "", "12, 14"),
        ("xii", "", "xii"),
        ("c. 5r", "", "c. 5r"),
        ("para. 9.32", "", "para. 9.32"),
    ],
)
def test_a_locator_may_begin_with_a_volume(locator: str, volume: str, place: str) -> None:
    assert part_volume(locator) == (volume, place)


def test_a_volume_is_its_number() -> None:
    assert {volume_number(volume) for volume in ("XXXVIII", "xxxviii", "38")} == {38}


@pytest.mark.parametrize(
    ("fields", "locator", "can", "does"),
    [
        ({"pages": "249--279", "volume": "X"}, "265", True, True),
        ({"pages": "249--279", "volume": "X"}, "X. 265", True, True),
        ({"pages": "249--279", "volume": "X"}, "III. 265", False, True),
        ({"pages": "249--79"}, "271", True, True),
        ({"pages": "249--279"}, "12", False, False),
        ({"pages": "1201"}, "1215", True, True),
        ({"pages": "1201"}, "1900", False, False),
        ({}, "12", True, False),
        ({"pages": "A1"}, "12", True, False),
    ],
)
def test_an_article_has_its_own_pages_only(fields: dict[str, str], locator: str, can: bool, does: bool) -> None:
    article = Entry("article", fields)
    assert (can_hold(article, locator), holds_page(article, locator)) == (can, does)
    assert can_hold(Entry("book", fields), locator)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Dane to Lever, May 10, 1783, Worth, VI. 423", "Dane to Lever"),
        ("Gail an Hinden, 24. 5. 1932, in: Werner Conz", "Gail an Hinden"),
        ("Same to same, April 17, 1794, ibid.", "Same to same"),
        ("Lawe to Thom, n.d. [Nov. 1885?], ibid", "Lawe to Thom"),
        ("From Trust to Terror: The Cold War, 1945–50", None),
        ("Roe, The Road to Kent (London, 1990)", None),
    ],
)
def test_a_letter_has_two_parties_and_a_day(words: str, title: str | None) -> None:
    letter = read_letter(words)
    assert (letter.title if letter else None) == title


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Roe, Mills, XIV, 467. Hereafter cited as G.F.", ["G.F"]),
        ("Kent Papers, I. 240. This collection is hereafter cited as K. Papers, For. Rel.", ["K. Papers, For. Rel"]),
        ("Roe, Mills, 5. Cited hereafter as “RM.” Another sentence.", ["RM"]),
        ("Das Werk wird im Folgenden als RM zitiert.", ["RM"]),
        ("Roux, Moulins. Cité ci-après comme RM.", ["RM"]),
        ("Archivo de Kent. En adelante, AGK.", ["AGK"]),
        ("Henceforth Kent ruled the seas.", []),
        ("Hereafter it was quiet in the town.", []),
    ],
)
def test_a_sentence_may_name_a_work_for_later(text: str, names: list[str]) -> None:
    assert [name for _, name in find_declared(text)] == names


@pytest.mark.parametrize(
    ("short", "full", "alone", "of_the_author"),
    [
        ("Mills of Kent", "The Mills of Kent: Water and Wind", 0.97, 0.97),
        ("Const. Hist.", "The Constitutional History of Kent", 0.85, 0.85),
        ("Revolution and Empire", "The Influence of Sails upon the Revolution and Empire, 1793–1812", 0.86, 0.86),
        ("Sturz", "Zum Sturz des Kanzlers", 0.0, 0.8),
        ("Reclamos y reclamaciones", "Reclamos y representaciones. La política", 0.0, 0.7),
        ("History of Kent", "History of Essex", 0.0, 0.0),
        ("Matanza", "Matanzas Province", 0.0, 0.0),
        ("Add. MSS. 38242", "Add. MSS. 32872", 0.0, 0.0),
    ],
)
def test_a_title_is_known_by_a_part_of_it(short: str, full: str, alone: float, of_the_author: float) -> None:
    assert title_likeness(short, full) == pytest.approx(alone)
    assert near_title(short, full) == pytest.approx(of_the_author)
