"""Which words of a note are citations: ⟦marked⟧ in the note itself."""

from __future__ import annotations

import cProfile
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.apparatus import Form, Relation
from app.citations import Back, find_mentions

_MARKED = re.compile(r"⟦(.*?)⟧")

ENGLISH = [
    # A scanner's "I958".
    "⟦T. L. Marsh, The Long Road of 1614 (Oxford, I958), pp. 25-9⟧. Marsh has not seen the papers.",
    # A signal is not part of the citation, nor is the closing stop.
    "See ⟦J. Doe, The Long Road (London: Faber, 1990), 4⟧.",
    "Also see: ⟦‘Talks Resume’, Reuters, 3 May 2001⟧.",
    "For a contrary view, see ⟦J. Doe, The Long Road (London: Faber, 1990), 4⟧.",
    "See, for a longer account, ⟦J. Doe, The Long Road (London: Faber, 1990), 4⟧.",
    # Semicolons, "; and", a joining word without a semicolon.
    "⟦J. Doe, ‘One; Two’, Past 3, no. 1 (1990): 4⟧; and ⟦A. Roe, ‘Three’, Past 4, no. 2 (1991): 5⟧.",
    "⟦J. Doe, The Long Road (London: Faber, 1990), 4⟧, and ⟦Ann Roe, The Short Cut (London: Faber, 1991), 5⟧.",
    "⟦J. Doe, ‘One’, Past 3, no. 1 (1990): 4⟧. Also see ⟦A. Roe, ‘Three’, Past 4, no. 2 (1991): 5⟧.",
    # A semicolon inside a title or a bracket parts nothing.
    "⟦J. Doe, The Long Road (London; New York: Faber, 1990), 4⟧.",
    # Prose before, prose behind, prose around.
    "A good account of this can be found in ⟦Jane Doe, ‘The Long Road’, Past 3, no. 1 (1990): 4–9⟧.",
    "⟦Jane Doe, ‘The Long Road’, Past 3, no. 1 (1990): 4⟧. Doe argues that nobody was to blame.",
    "⟦‘Talks Resume’, Reuters, 3 May 2001⟧. The minister said that nothing had been decided.",
    "Nobody believed that he would come back. ⟦Jane Doe, The Long Road (London: Faber, 1990), 4⟧. He never did.",
    "Much has been said against it. (See ⟦J. Doe, ‘The Long Road’ (1990) 3 Past 4 at 9⟧.) That is beside the point.",
    # What a sentence says of the work stays outside.
    "The fullest account in English is still ⟦Jane Doe, The Long Road: A Survey (London: Faber, 1990), 4⟧.",
    "The standard treatment remains ⟦Doe, Jane, The Long Road: A Survey (London: Faber, 1990), 4⟧.",
    "The report is well known. ⟦Jane Doe, ‘The Long Road’, Past 27 (1985): 104⟧.",
    (
        "There is a large literature: ⟦Jane Doe, The Long Road (London: Faber, 1990)⟧; "
        "⟦Ann Roe, The Cut (London: Faber, 1991)⟧; and, most recently, ⟦Mary Poe, The Ford (London: Faber, 1999)⟧."
    ),
    (
        "This was first argued by ⟦Jane Doe, The Long Road (London: Faber, 1990), 40–5⟧, and has been taken up "
        "since by ⟦Ann Roe, The Short Cut (London: Faber, 1991), 12⟧."
    ),
    "⟦Marlow, “Roads by Request?” 270⟧.",
    # Stops inside a citation do not end it.
    "⟦‘Talks Resume’. ITAR-TASS. 12 October 2004⟧.",
    "⟦James Doe, The Road in Latin America. (New York: Crane, 1974), 22⟧.",
    "⟦Doe, John K. ‘The Long Road’, Past 27, no. 2 (Spring 1985): 99⟧.",
    # The source and what quotes it.
    "⟦The Globe, 3 March 1871, 7⟧, quoted in ⟦Jane Doe, ‘The Long Road’, Past 27, no. 2 (1985): 104⟧.",
    # A title that was lost at one end.
    "⟦Ann Roe, ‘The Window - Minister, Reuters, 5 May 2001⟧.",
    # Courts and years in the closing bracket.
    "⟦Olson v. State, 45 P.2d 12, 14 (Wash. 1935)⟧.",
    "⟦42 U.S.C. § 1983 (2006)⟧.",
    # A joining word alone may part two citations, and a whole name behind a finished citation.
    "⟦P. Roux, « Les grèves », Annales, n° 2, 1973, pp. 4-17⟧, et ⟦Jean Lemoine, La Peur, Paris, Colin, 1932, p. 77⟧.",
    "⟦J. Doe, The Long Road (London: Faber, 1990), 4⟧, ⟦Ann Roe, The Short Cut (London: Faber, 1991), 5⟧.",
    # The date of an author-date citation ends nothing, nor do the semicolons between its authors.
    "⟦Flick, Uwe. 2014. An introduction to research. London: SAGE⟧.",
    "⟦Koch, Achim; Kurz, Karin (1999): Stichproben in der Praxis. Opladen: Westdeutscher Verlag, S. 99⟧.",
    # What cannot be read is kept.
    "⟦U.C.C. § 2-207 (2022)⟧.",
    # Said in passing.
    "Little came of Lady Marsh’s report on the schools. ⟦Lady Marsh’s report A Time for Hope (1988)⟧ had been clear.",
    "Nothing was done. The ⟦film of the launch (which was posted on YouTube at watch?v=u_AB0cdeFGH)⟧ shows it.",
]
COMMENTARY = [
    "It is not known whether he ever returned.",
    "The population in 1911 was 34,567, and in 1921 it was 41,002.",
    "The Treaty of Lausanne (1923) replaced the Treaty of Sèvres (1920).",
    "General Smith (1867–1934) commanded the Third Army from 1915.",
    "‘The king is dead’, he said, and left the room.",
    "All translations are mine unless otherwise stated.",
    "See supra Part II.B.",
    "For a discussion of the reform movement, see infra notes 30–35 and accompanying text.",
    "Quoted above.",
    "The archives of the company, which burned in 1871, were never opened.",
    "The library moved twice, in 1871 and 1902.",
    "National Archives staff, 12 of them, helped me.",
    "He was Foreign Secretary, 1905–16.",
    "Ibid. is used throughout for the work cited just before.",
    "An earlier version was read at the Annual Meeting of the Historical Association, New York, 4 January 1997.",
    "",
    "   ",
    "?!",
]
FOREIGN = [
    ("de", "Das Gesetz trat am 1. Januar 1900 in Kraft."),
    ("de", "Geboren 1867 in Köln, gestorben 1934 in Berlin."),
    ("de", "Siehe oben S. 12."),
    ("fr", "La loi du 1er juillet 1901 régit encore les associations."),
    ("fr", "Né à Lyon en 1832, mort à Paris en 1895."),
    ("es", "La ley fue aprobada el 3 de mayo de 1911."),
]


def _sure(text: str, language: str = "en") -> list[str]:
    return [text[m.start : m.end] for m in find_mentions(text, language) if m.pointer.back is not Back.GUESS]


@pytest.mark.parametrize("marked", ENGLISH)
def test_a_citation_is_marked_from_its_first_word_to_its_last(marked: str) -> None:
    assert _sure(_MARKED.sub(r"\1", marked)) == _MARKED.findall(marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        # The years a title is about are not when it came out.
        ("fr", "⟦Jean Roux, Lyon et le Lyonnais de 1500 à 1630. Étude sur les villes, Paris, Plon, 1960, p. 45⟧."),
        ("de", "⟦Karl Adler, Deutscher Handel 1700–1766. Zölle und Märkte, München 1983, S. 80⟧."),
        # Prose that leads to a name.
        ("de", "Grundlegend ist noch immer ⟦Karl Adler, Die Zölle am Rhein, Köln 1971, S. 12⟧."),
        ("de", "Zur Geschichte der Mühle zuletzt ⟦Karl Adler, Die Zölle am Rhein, Köln 1971, S. 12⟧."),
        ("de", "Einen Überblick bietet ⟦Karl Adler, Die Zölle am Rhein, Köln 1971, S. 12⟧."),
        ("fr", "L’ouvrage de référence reste ⟦Jean Roux, Les Moulins du Nord, Paris, Plon, 1971, p. 12⟧."),
        ("fr", "Sur les moulins, on se reportera à ⟦Jean Roux, Les Moulins du Nord, Paris, Plon, 1971, p. 12⟧."),
        ("es", "El estudio clásico sigue siendo ⟦Juan Pérez, Los molinos del norte, Madrid, Alianza, 1971, p. 12⟧."),
        ("it", "Si veda soprattutto ⟦Carlo Bianchi, I mulini del nord, Torino, Einaudi, 1971, p. 12⟧."),
        # A relative clause behind the page.
        (
            "fr",
            "Voir aussi ⟦Jean Roux, Lire et punir. Naissance du collège, Paris, Plon, 1975, p. 3⟧, dont on parle peu.",
        ),
        # The same author's earlier work.
        ("de", "⟦Ders., Adlers „Zollverein“ (wie Anm. 9), S. 41⟧."),
        ("it", "⟦Id., La storia e i topi, cit., p. 55⟧."),
        # An archive with a name for later notes.
        ("de", "⟦Bundesarchiv (künftig: BA), R 43 I/123, Bl. 4⟧."),
        ("fr", "⟦Archives nationales (désormais AN), F7 12961, dossier 4⟧."),
    ],
)
def test_a_citation_in_another_language_is_marked_from_its_first_word_to_its_last(language: str, marked: str) -> None:
    assert _sure(_MARKED.sub(r"\1", marked), language) == _MARKED.findall(marked)


@pytest.mark.parametrize("text", COMMENTARY)
def test_commentary_cites_nothing(text: str) -> None:
    assert _sure(text) == []


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_commentary_in_other_languages_cites_nothing(language: str, text: str) -> None:
    assert _sure(text, language) == []


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("J. Doe, The Road (London: Faber, 1990), 4.", [Relation.CITES]),
        ("See J. Doe, The Road (London: Faber, 1990), 4.", [Relation.SEE]),
        ("But see J. Doe, The Road (London: Faber, 1990), 4.", [Relation.SEE]),
        ("See also J. Doe, The Road (London: Faber, 1990), 4.", [Relation.SEE_ALSO]),
        ("Ibid., 4. Also see J. Doe, The Road (London: Faber, 1990), 4.", [Relation.CITES, Relation.SEE_ALSO]),
        # A signal holds for the whole list behind it, up to the next sentence.
        (
            "See J. Doe, The Road (London: Faber, 1990), 4; A. Roe, The Cut (London: Faber, 1991), 5.",
            [Relation.SEE, Relation.SEE],
        ),
        (
            "See J. Doe, The Road (London: Faber, 1990), 4. A. Roe, The Cut (London: Faber, 1991), 5.",
            [Relation.SEE, Relation.CITES],
        ),
        (
            "J. Doe, The Road (London: Faber, 1990), 4, reprinted in A. Roe, The Cut (London: Faber, 1991), 5.",
            [Relation.CITES, Relation.CITES],
        ),
        (
            "The Times, 8 May 1969, quoted in J. Doe, The Road (London: Faber, 1990), 4.",
            [Relation.QUOTED_SOURCE, Relation.QUOTED_IN],
        ),
    ],
)
def test_the_signal_says_what_the_note_does_with_the_work(text: str, relations: list[Relation]) -> None:
    assert [mention.relation for mention in find_mentions(text)] == relations


@pytest.mark.parametrize(
    ("text", "form", "locator"),
    [
        ("Ibid., 56.", Form.IBID, "56"),
        ("Id. at 62–63.", Form.IBID, "62–63"),
        ("id., para. 5.11.", Form.IBID, "para. 5.11"),
        ("Ebd. 14", Form.IBID, "14"),
        ("Doe, op. cit., n. 4, at p. 31.", Form.SHORT, "31"),
        ("Doe (oben N. 7) 45f.", Form.SHORT, "45f."),
        ("Doe, a. a. O., S. 95–100", Form.SHORT, "95–100"),
        ("Doe, supra note 3, at 70 n.12.", Form.SHORT, "70 n.12"),
        ("Doe, ‘The Long Road’, 168.", Form.SHORT, "168"),
        ("J. Doe, The Long Road (London: Faber, 1990), 4.", Form.FULL, "4"),
    ],
)
def test_form_and_locator_are_read(text: str, form: Form, locator: str) -> None:
    (mention,) = find_mentions(text)
    assert (mention.form, mention.locator) == (form, locator)


@pytest.mark.parametrize(
    ("text", "back", "names", "locator"),
    [
        # A letter leads to the collection it is printed in; among papers it is a work of its own.
        ("Dane to Lister, May 10, 1783, Marsh, VI. 423.", Back.TITLE, "Marsh", "VI. 423"),
        ("Hammond to Green, February 22, 1794, F. O. 5: 4.", Back.NOTHING, "", None),
        ("Landon to Bell, April 12, 1903, Add. MSS 49728, fol. 58.", Back.NOTHING, "", "fol. 58"),
        ("Same to same, April 17, 1794, ibid.", Back.NOTHING, "", None),
        ("Jay to Roe, May 3, 1794, ibid., p. 45.", Back.IBID, "", "45"),
        # Whose work it is, said by the sentence.
        ("But see his History of Mills (New York, 1889), II. 340.", Back.IDEM, "", "340"),
    ],
)
def test_a_citation_points_back_as_its_words_say(text: str, back: Back, names: str, locator: str | None) -> None:
    (mention,) = find_mentions(text)
    assert (mention.pointer.back, mention.pointer.names) == (back, names)
    assert locator is None or mention.locator == locator


@pytest.mark.parametrize(
    ("text", "back", "names", "pages"),
    [
        ("A. Roe, ‘Mill Law’, ibid., 45–60.", Back.IBID, "", "45--60"),
        ("A. Roe, ‘Mill Law’, in Marsh, op. cit., pp. 45–60.", Back.EARLIER, "Marsh", "45--60"),
        ("A. Roe, ‘Mill Law’, in D. Marsh (ed.), The Mill, op. cit., pp. 45–60.", Back.EARLIER, "D. Marsh", "45--60"),
        ("A. Roe, Mill Law, in Mills and Rivers, supra note 3, at 45, 50.", Back.EARLIER, "Mills and Rivers", "45"),
    ],
)
def test_a_chapter_has_its_own_pages_and_a_collection_cited_before(
    text: str, back: Back, names: str, pages: str
) -> None:
    (mention,) = find_mentions(text)
    assert mention.container is not None
    assert mention.parsed is not None
    assert (mention.container.back, mention.container.names) == (back, names)
    assert mention.parsed.entry.get("pages") == pages


def test_a_bare_title_joined_on_by_a_word_is_by_the_same_author() -> None:
    first, second = find_mentions(
        "E. Chan, The Mill System (New York, 1906), pp. 195-208, and History of Mills, IV. 126."
    )
    assert (first.pointer.back, second.pointer.back) == (Back.NOTHING, Back.IDEM)


def test_a_name_given_for_later_notes_spoils_no_reading() -> None:
    text = "Ira O. Marsh, The Long Road in France from 1700 to 1750, Princeton, Mill Press, 1938 (désormais Marsh)."
    (mention,) = find_mentions(text, "fr")
    assert mention.sigla == ("Marsh",)
    assert mention.parsed is not None
    assert mention.parsed.entry.get("author") == "Marsh, Ira O."
    assert mention.parsed.entry.get("date") == "1938"


def test_a_year_that_a_scanner_misread_is_read_as_one() -> None:
    (mention, *_) = find_mentions("T. L. Marsh, The Long Road of 1614 (Oxford, l958), pp. 25-9.")
    assert mention.parsed is not None
    assert mention.parsed.entry.get("date") == "1958"


def test_a_name_given_for_later_notes_belongs_to_the_citation_before_it() -> None:
    (mention,) = find_mentions("J. Doe, The Long Road (London: Faber, 1990), 4 (hereafter LR).")
    assert mention.sigla == ("LR",)


_PIECES = st.sampled_from(
    [
        "See ",
        "Ibid., 5. ",
        "op. cit. ",
        "‘",
        "’",
        "“",
        "”",
        "(",
        ")",
        "; ",
        ". ",
        "Doe, ",
        "J. Doe, ",
        "1990",
        " in ",
        "\x00",
        "‮",
        "é",
        "a",
        ", ",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_whatever_a_note_holds_its_mentions_lie_in_it_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in find_mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@pytest.mark.parametrize(
    "piece",
    [
        *("(", "‘", "“a ", "Smith op. cit. ", "Abc, ", "; ", "x", "The king was there. ", "‘A’ ‘b ", "``a "),
        *("see Smith, ", "in Smith, T, 5, and ", "A to B ", "5 (x ", "“a”: "),
    ],
)
def test_a_note_four_times_as_long_takes_no_sixteen_times_as_many_steps(piece: str) -> None:
    # Calls are counted, not seconds: how long they take is told by `python -m benchmarks reading`.
    text = piece * (8_000 // len(piece))
    short, long = (_calls_while_reading(part) for part in (text[:2_000], text))
    assert long < 8 * short + 2000


def _calls_while_reading(text: str) -> int:
    profile = cProfile.Profile()
    profile.runcall(find_mentions, text)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        ("Marl, History of Salt, ii. 345; vol. iv, p. 12.", "ii. 345; vol. iv, p. 12"),
        ("Annals of Congress, 3 Cong., 1 sess., 155-158, 174-209.", "3 Cong., 1 sess., 155-158, 174-209"),
        ("Ibid., p. 45, note 2.", "45, note 2"),
        ("Marl, History of Salt (Boston, 1890), II. ch. xix.", "II. ch. xix"),
        ("Marl, History of Salt, ch. x.", "ch. x"),
    ],
)
def test_the_whole_of_the_place_is_told(text: str, locator: str) -> None:
    (mention,) = find_mentions(text)
    assert mention.locator == locator
