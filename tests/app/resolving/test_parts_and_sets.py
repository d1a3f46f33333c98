"""Chapters in collections cited before, letters in sets of volumes, and to which of the two a note leads."""

from __future__ import annotations

import pytest

from app.apparatus import Form
from app.citations import Back, Mention, Pointer
from app.entry import Entry
from app.fields import ParsedCitation
from app.resolving.inheriting import complete_from_list
from tests.app.resolving.marked import check, numbered

ESSAYS = "⟦Paul Gray (ed.), Harbours of Kent: Essays (London: Faber, 1999)⟧1."


def entry(*notes: str, number: int) -> Entry:
    return check(numbered(*notes)).works[number - 1].entry


@pytest.mark.parametrize(
    ("notes", "pages"),
    [
        ((ESSAYS, "⟦S. Wheel, ‘Company Rules’ in Gray, op. cit., n. 1, at p. 31⟧2."), ""),
        ((ESSAYS, "⟦S. Wheel, ‘Company Rules’, in ibid., 28–31⟧2."), "28--31"),
        ((ESSAYS, "⟦S. Wheel, “Company Rules,” ibid., 28–31⟧2."), "28--31"),
        (
            (ESSAYS, "⟦S. Wheel, « Company Rules », in Paul Gray (dir.), Harbours of Kent…, op. cit., p. 28-31⟧2."),
            "28--31",
        ),
        ((ESSAYS, "⟦S. Wheel, “Company Rules,” in Gray (ed.), Harbours of Kent, 28–31, at 30⟧2."), "28--31"),
        ((ESSAYS, "⟦S. Wheel, Company Rules, in: Gray (wie Anm. 1), S. 28–31⟧2."), "28--31"),
        ((ESSAYS, "⟦S. Wheel, Company Rules, in: Gray, Harbours, S. 28–31⟧2."), "28--31"),
        ((ESSAYS, "⟦S. Wheel, Company Rules, in: Gray (Hg.), Harbours, S. 28–31, hier S. 30⟧2."), "28--31"),
        # A first page with those that follow it; another chapter's collection, named by its editor alone.
        ((ESSAYS, "⟦S. Wheel, Company Rules, in: Gray (oben N. 1), S. 28 ff., 31⟧2."), "28 ff."),
        (
            (
                ESSAYS,
                "⟦Karl Adler, Zoll, in: Gray (oben N. 1), S. 5 ff., 7⟧2.",
                "⟦S. Wheel, Company Rules, in: Gray, a.a.O., S. 28–31⟧3.",
            ),
            "28--31",
        ),
        ((ESSAYS[:-1] + "; besonders ⟦S. Wheel, Company Rules, ebenda, S. 28–31⟧2.",), "28--31"),
    ],
)
def test_a_chapter_takes_its_collection_from_where_that_is_cited(notes: tuple[str, ...], pages: str) -> None:
    chapter = entry(*notes, number=len(notes) if len(notes) > 1 else 2)
    assert chapter.entrytype == "incollection"
    assert (chapter.get("author"), chapter.get("title")) == ("Wheel, S.", "Company Rules")
    assert (chapter.get("booktitle"), chapter.get("editor")) == ("Harbours of Kent: Essays", "Gray, Paul")
    assert (chapter.get("publisher"), chapter.get("location"), chapter.get("date")) == ("Faber", "London", "1999")
    assert chapter.get("pages") == pages


@pytest.mark.parametrize(
    "notes",
    [
        # The collection may be known only by another chapter.
        (
            "⟦P. Birch, ‘Short Cuts’, in What Are Mills For?, ed. G. Jonas (London, 1996), 14–20⟧1.",
            "⟦S. Wheel, ‘Company Rules’, ibid., 21–30⟧2.",
            "⟦Wheel, ‘Company Rules’, 24⟧2; ⟦Birch, ‘Short Cuts’, 15⟧1.",
        ),
        # The same chapter again is no new one.
        (ESSAYS, "⟦S. Wheel, ‘Company Rules’, in ibid., 28–31⟧2.", "⟦Wheel, op. cit., 30⟧2."),
        # A journal's next article.
        (
            "⟦A. Roe, “The Mill at Kent”, English Review, X. 249-279⟧1.",
            "⟦B. Lee, “The Ford at Kent”, ibid., III. 650-671⟧2.",
        ),
    ],
)
def test_a_title_with_ibid_is_a_part_of_its_own(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


def test_a_collection_of_which_only_a_chapter_is_cited_is_a_work_when_it_is_cited_itself() -> None:
    notes = (
        "⟦Jane Roe, « Les moulins », in Jane Roe et Ann Lee (éd.), Documents de Kent. Études, Paris, PUF, 2001, 9⟧1.",
        "⟦J. Roe et A. Lee (éd.), Documents de Kent…, op. cit.⟧2",
    )
    collection = entry(*notes, number=2)
    assert collection.get("title") == "Documents de Kent. Études"
    assert (collection.get("editor"), collection.get("date")) == ("Roe, Jane and Lee, Ann", "2001")


@pytest.mark.parametrize(
    "notes",
    [
        # A letter in a printed set: the set is meant.
        (
            "⟦Francis Worth, The Diplomatic Letters of Kent (Washington, 1889), IV. 80-82⟧1.",
            "⟦Dane to Lever, May 10, 1783, Worth, VI. 423⟧1.",
        ),
        # The same in a file of an archive: every letter is a paper of its own.
        ("⟦Hale to Grey, February 22, 1794, F.O. 5/4⟧1.", "⟦Same to same, April 17, 1794, ibid.⟧2."),
        (
            "⟦Rowe to Lane, February 24, 1903, Lane Papers, F.O. 800/144⟧1.",
            "⟦Same to same, March 2, 1903, ibid.⟧2.",
        ),
    ],
)
def test_a_letter_leads_to_its_set_or_is_a_paper_of_its_own(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


def test_a_letter_in_the_same_file_has_its_place_from_the_one_before() -> None:
    notes = (
        "⟦Rowe to Lane, February 24, 1903, Lane Papers, F.O. 800/144⟧1.",
        "⟦Same to same, March 2, 1903, ibid.⟧2.",
    )
    first, second = (entry(*notes, number=number) for number in (1, 2))
    place = [name for name in ("library", "howpublished", "note") if "800/144" in first.get(name)]
    assert [second.get(name) for name in place] == [first.get(name) for name in place] != []
    assert (second.get("title"), second.get("date")) == ("Same to same", "1903-03-02")


@pytest.mark.parametrize(
    ("notes", "volume", "locators"),
    [
        # One volume cited: it is the work's, and no locator has it.
        (
            (
                "⟦G. Bier, The Colonial System (New York, 1912), I. 84⟧1.",
                "⟦Bier, Colonial System, I. 90⟧1.",
                "⟦Ibid., I. 95⟧1.",
            ),
            "I",
            ["84", "90", "95"],
        ),
        # Several: it belongs to each place, and the entry has none.
        (
            (
                "⟦A. Soral, L’Europe (Paris, 1885), III. 472⟧1.",
                "⟦Soral, VI. 96⟧1.",
                "⟦Soral, op. cit., vol. vii, p. 5⟧1.",
            ),
            "",
            ["III. 472", "VI. 96", "vol. vii, p. 5"],
        ),
        # So it is where Arabic figures and a colon say it.
        (
            (
                "⟦George Bier, The colonial system (New York, 1912), 2: 84⟧1.",
                "⟦Bier, Colonial system, 2: 90⟧1.",
                "⟦Ibid., 2: 95⟧1.",
                "⟦Bier, op. cit., 2:97-99⟧1.",
            ),
            "2",
            ["84", "90", "95", "97-99"],
        ),
        (
            (
                "⟦Edith Marlow (ed.), Works (Hull, 1904), 2: 206, 3: 15⟧1.",
                "⟦Ibid., 3: 16⟧1.",
            ),
            "",
            ["2: 206, 3: 15", "3: 16"],
        ),
    ],
)
def test_a_set_cited_by_several_volumes_is_one_work(notes: tuple[str, ...], volume: str, locators: list[str]) -> None:
    apparatus = check(numbered(*notes))
    assert apparatus.works[0].entry.get("volume") == volume
    assert [citation.locator for note in apparatus.notes for citation in note.citations] == locators


@pytest.mark.parametrize(
    ("words", "fields", "is_joined", "author"),
    [
        ("The Old Church (London, 1971)", {"title": "The Old Church", "date": "1971"}, False, "Chan, E."),
        # A set that nobody signed is nobody's, unless "and" joins it to what stands before.
        ("Journals of Kent, XVIII. 905", {"title": "Journals of Kent", "volume": "XVIII"}, False, None),
        ("History of Kent, IV. 126", {"title": "History of Kent", "volume": "IV"}, True, "Chan, E."),
        # Somebody is named all the same.
        ("T. von Golz, Die Mühle (Bonn, 1903)", {"title": "T. von Golz, Die Mühle", "date": "1903"}, False, None),
        ("“The Ford”, Past (1971)", {"title": "The Ford", "date": "1971"}, False, None),
    ],
)
def test_an_author_left_unsaid_is_the_one_before(
    words: str, fields: dict[str, str], is_joined: bool, author: str | None
) -> None:
    parsed = ParsedCitation(Entry("book", fields), 0, len(words), None, 0.9)
    mention = Mention(0, len(words), Form.FULL, Pointer(Back.NOTHING), parsed=parsed, in_list=True)
    before = Entry("book", {"author": "Chan, E.", "title": "The System", "date": "1906"})
    completed = complete_from_list(mention, words, before, "en", is_joined)
    assert (completed.get("author") if completed else None) == author


def test_volumes_with_titles_and_years_of_their_own_are_works_of_their_own() -> None:
    check(
        numbered(
            "⟦Ann Roe, The Kent Mills: Water, vol. I (Chicago, 1991), 4⟧1.",
            "⟦Ann Roe, The Kent Mills: Wind and Sails of the South, vol. II (Chicago, 1997), 6⟧2.",
            "⟦Roe, The Kent Mills: Wind and Sails, 70⟧2.",
        )
    )


SALT = "⟦Hans Heim, Salzschriften, ed. by Klaus Briegel, 6 vols (Munich: Hanser, 1968–76), I, 75⟧1."


def test_of_a_set_the_volume_stays_with_the_page() -> None:
    apparatus = check(numbered(SALT, "⟦Heim, I, 91, ll. 5–8⟧1."))
    assert not apparatus.works[0].entry.get("volume")
    assert [c.locator for note in apparatus.notes for c in note.citations] == ["I, 75", "I, 91, ll. 5–8"]


def test_an_article_takes_its_review_from_the_citation_before() -> None:
    review = "⟦A. Roe, Il sale, in «Quaderni salini», XII (1977), n. 35, pp. 506-520⟧1"
    article = "⟦B. Doe, I confini: Mioglia contro Marla, 1715-1745, ivi, XXI (1986), n. 63, pp. 811-845⟧2."
    found = entry(f"{review}; {article}", number=2)
    assert (found.entrytype, found.get("journaltitle"), found.get("volume")) == ("article", "Quaderni salini", "XXI")


def test_a_piece_within_a_book_cited_before_is_in_no_journal() -> None:
    first = "⟦Jean Paul, Flegel, in Salzwerke, ed. by Norbert Mill, 10 vols (Munich: Hanser, 1959–85), II, 567–1065⟧1."
    found = entry(first, "⟦Jean Paul, Vorschule, in Salzwerke, V, 7–456 (p. 125)⟧2.", number=2)
    assert (found.entrytype, found.get("booktitle"), found.get("editor")) == (
        "incollection",
        "Salzwerke",
        "Mill, Norbert",
    )
    assert found.get("volume") == "V"


def test_a_translation_named_behind_a_work_is_by_its_author() -> None:
    work = "⟦Ann Roe, L’Absolu salé: théorie (Paris: Seuil, 1978), p. 64⟧1"
    english = "⟦The Salt Absolute: A Theory, trans. by Paul Barn (Albany: Tern Press, 1988), p. 43⟧2."
    assert entry(f"{work}; in English as {english}", number=2).get("author") == "Roe, Ann"


def test_an_article_said_to_be_in_the_same_place_stands_in_the_same_volume_of_the_review() -> None:
    first = "⟦Karl Adler, Zoll und Maut, Rheinische Vierteljahrsblätter 6 (1985), S. 29-44⟧1"
    found = entry(f"{first}; skeptisch auch ⟦Anna Bär, Einige Probleme mit „freiem Zoll“, ebd., S. 1-18⟧2.", number=2)
    assert (found.entrytype, found.get("author")) == ("article", "Bär, Anna")
    assert found.get("title") == "Einige Probleme mit „freiem Zoll“"
    assert (found.get("journaltitle"), found.get("volume"), found.get("date"), found.get("pages")) == (
        "Rheinische Vierteljahrsblätter",
        "6",
        "1985",
        "1--18",
    )


def test_the_same_authors_book_of_essays_is_a_work_of_its_own_when_it_is_cited_itself() -> None:
    essay = "⟦Anna Bär, Zoll und Norm, in: dies., Theorie des Zolls am Rhein, München 1986, S. 277 ff.⟧1."
    found = entry(essay, "⟦Dies., Theorie des Zolls (Fn. 1), S. 11 ff.⟧2.", number=2)
    assert (found.entrytype, found.get("author")) == ("book", "Bär, Anna")
    assert (found.get("title"), found.get("date")) == ("Theorie des Zolls am Rhein", "1986")


def test_a_white_paper_is_known_by_its_number() -> None:
    check(
        numbered(
            "⟦Salt Office, Looking to the Salt (1993; Cm. 2424)⟧1. The paper which followed has the same title: "
            "⟦Salt Office, Looking to the Salt (1995; Cm. 2799)⟧2.",
            "⟦Cm. 2799, op. cit., n. 1, para. 5.4⟧2.",
        )
    )


def test_an_editor_behind_the_title_leaves_the_title_to_the_author_named_last() -> None:
    found = entry(
        "⟦Moulin, Lettres à Anne, éd. R. Roux, Paris, Delta, 1967, p. 73⟧1.",
        "⟦Id., Correspondance, éd. R. Roux, Paris, Garnier, 1960, p. 4⟧2.",
        number=2,
    )
    assert (found.get("author"), found.get("editor")) == ("Moulin", "Roux, R.")


@pytest.mark.parametrize(
    ("book", "chapter"),
    [
        (
            "Antonio Annes y Francisco Gerra, eds., Inventando la sal (México: Fondo, 2003)",
            "Mónica Quij, “Qué sal”, en Annes y Gerra, Inventando la sal, 287-315",
        ),
        (
            "Anna Roe and Karl Lee, eds., Mills and Rivers (London: Faber, 2003)",
            "Joan Ash, “Which Mill”, in Roe and Lee, Mills and Rivers, 28-41",
        ),
    ],
)
def test_a_chapter_is_in_the_collection_that_its_editors_family_names_mean(book: str, chapter: str) -> None:
    works = check(numbered(f"⟦{book}⟧1.", f"⟦{chapter}⟧2.")).works
    assert works[1].entry.entrytype == "incollection"
    assert works[1].entry.get("editor") == works[0].entry.get("editor")
    assert works[1].entry.get("booktitle") == works[0].entry.get("title")
