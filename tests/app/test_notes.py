# ruff: noqa: E501 - pages stand as they are copied

from __future__ import annotations

import random

import pytest

from app.notes import read_notes
from app.notes.furniture import clean
from app.page import Page

TEXTS = [
    "Terence Armstrong, The Northern Sea Route (Cambridge: Cambridge University Press, 1952), 22.",
    "Ibid., 23. The harbour was closed that week, on 12 May.",
    "Pier Horensma, The Soviet Arctic, vol. 2 (London: Routledge, 1991), pp. 40–41; see also McCannon, Red Arctic, no. 5.",
    "On 3 June 1934 nobody sailed.",
    "Armstrong, Northern Sea Route, 47.",
    "“The Ice,” Arctic 35, no. 2 (1982): 317–325.",
    "See note 3 above.",
    "Ibid.",
    "J. Roe, ‘A Reply’, Polar Record 4 (1931), 6–9.",
    "Cf. Horensma, Soviet Arctic, 9.",
    "Idem, 10.",
    "Roe, ‘Reply’, 8.",
]
NOTES = [(str(number), text) for number, text in enumerate(TEXTS, start=1)]
HEAD = "The Ice and the Clerk\n\nJane Roe\n\nPolar Papers, vol. 3, no. 1 (1999), pp. 1-20\n\n"


def found(text: str) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in read_notes(Page(text)).notes]


def lines(template: str, end: str = "\n", notes: list[tuple[str, str]] = NOTES) -> str:
    return end.join(template.format(n=label, text=text) for label, text in notes)


def wrapped(text: str, indent: str, width: int = 60) -> str:
    rows, row = [], ""
    for word in text.split():
        if len(row) + len(word) > width:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    return f"\n{indent}".join([*rows, row])


PAGES = {
    "a number and a stop": HEAD + "Notes\n\n" + lines("{n}. {text}"),
    "a number alone before its words": HEAD + "Notes\n" + lines("{n} {text}"),
    "blank lines between": HEAD + "NOTES\n\n" + lines("{n} {text}", "\n\n"),
    "brackets": HEAD + "Footnotes\n" + lines("[{n}] {text}"),
    "round brackets": HEAD + "Endnotes:\n" + lines("({n}) {text}"),
    "half brackets": HEAD + "Anmerkungen\n" + lines("{n}) {text}"),
    "a tab": HEAD + lines("{n}\t{text}"),
    "a number on its own line": HEAD + "Notas\n" + lines("{n}\n{text}"),
    "a number on its own line with blanks": HEAD + "Notes\n\n" + lines("{n}\n\n{text}", "\n\n"),
    "glued superscripts": HEAD + "Notes\n" + lines("{n}{text}"),
    "n and number": HEAD + "Notes\n" + lines("n{n} {text}"),
    "fn. and number": HEAD + "Notes\n" + lines("fn. {n} {text}"),
    "Note and number": HEAD + "Notes\n" + lines("Note {n}. {text}"),
    "Springer's two numbers": HEAD + lines("  {n}. {n}.\n    {text}Google Scholar"),
    "Springer's two numbers in a line": HEAD + lines("{n}. {n}.{text}CrossRefGoogle Scholar"),
    "run on after a heading": "Notes " + lines("{n}. {text}", " "),
    "run on with a chapter": "Notes Introduction " + lines("{n}. {text}", " "),
    "run on in brackets": "Notes " + lines("[{n}] {text}", " "),
    "run on with bare numbers": "Notes " + lines("{n} {text}", " "),
    "run on in a paragraph of its own": HEAD + "Notes\n\n" + lines("{n}. {text}", " "),
    "French headings": HEAD + "Références\n\n" + lines("{n}. {text}"),
    "German headings": HEAD + "Fußnoten\n\n" + lines("{n} {text}"),
    "a Markdown heading": HEAD + "## Notes\n\n" + lines("{n}. {text}"),
    "spaced capitals": HEAD + "N O T E S\n\n" + lines("{n}. {text}"),
    "no heading": HEAD + lines("{n}. {text}"),
    "indented": HEAD + "Notes\n" + lines("    {n}. {text}"),
    "windows of trailing matter": HEAD + "Notes\n\n" + lines("{n}. {text}", "\n\n") + "\n\nCopyright information\n\n© Polar 1999\n\nAbout this article\n\n1. 1.Department",
    "rights": HEAD + lines("{n}. {text}") + "\nRights and permissions\nReprints\nAuthor information\nJane Roe",
    "trailing prose": HEAD + "Notes\n\n" + lines("{n}. {text}", "\n\n") + "\n\nThis journal is sent to members.",
    "trailing prose after lines": HEAD + "Notes\n\n" + lines("{n}. {text}") + "\nThis journal is sent to members.",
    "a bibliography after": HEAD + "Notes\n\n" + lines("{n}. {text}") + "\n\nBibliography\n\nArmstrong, Terence. The Northern Sea Route. Cambridge, 1952.",
    "a body with numbered headings": HEAD + "1. Introduction\n\nThe ice came. The clerks wrote.\n\n2. The clerks\n\nThey wrote again, on 4 May.\n\n3. Conclusion\n\nThe ice went.\n\nNotes\n\n" + lines("{n}. {text}"),
    "a body with calls": HEAD + "The ice came.[1] The clerks wrote.[2] It was May.[3]\n\nIt went.[4] They wrote.[5]\n\nNotes\n\n" + lines("[{n}] {text}"),
    "wrapped lines": HEAD + "Notes\n\n" + "\n".join(f"{n}. {wrapped(t, '')}" for n, t in NOTES),
    "wrapped lines with hanging indents": HEAD + "Notes\n\n" + "\n".join(f"{n}. {wrapped(t, '    ')}" for n, t in NOTES),
    "wrapped lines, bare numbers": HEAD + "Notes\n\n" + "\n".join(f"{n} {wrapped(t, '', 40)}" for n, t in NOTES),
    "wrapped narrowly": HEAD + "Notes\n\n" + "\n".join(f"{n}. {wrapped(t, '', 25)}" for n, t in NOTES),
    "wide spaces": HEAD + "Notes\n\n" + lines("{n}.\u2003{text}"),
    "a number and a dash": HEAD + "Notes\n" + lines("{n} - {text}"),
    "a stop and a bracket": HEAD + "Notes\n" + lines("{n}.) {text}"),
    "n in brackets": HEAD + "Notes\n" + lines("[n{n}] {text}"),
    "links on lines of their own": HEAD + "References\n\n" + lines("{n}. {text}\n\n   Article\xa0 Google Scholar\xa0", "\n\n") + "\n\nDownload references\n\nAuthor information\n",
    "a menu that names the notes": "Abstract\nNotes\nReferences\n\n" + HEAD + "1. Introduction\n\nThe ice came on 3 May.\n\n2. The clerks\n\nThey wrote.\n\nFootnotes\n\n" + lines("{n}. {text}"),
    "a numbered bibliography after": HEAD + "Notes\n\n" + lines("{n}. {text}") + "\n\nReferences\n\n1. Armstrong, Terence. The Northern Sea Route. Cambridge, 1952.\n2. Roe, Jane. Ice. London, 1990.",
    "a bibliography after, without numbers": HEAD + "Notes\n\n" + lines("{n}. {text}") + "\nReferences\nArmstrong, Terence. The Northern Sea Route. Cambridge, 1952.",
    "carriage returns": (HEAD + "Notes\n\n" + lines("{n}. {text}")),
}  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_the_notes_are_found_however_their_numbers_are_written(kind: str) -> None:
    assert found(PAGES[kind]) == NOTES


def test_superscript_numbers_are_read_as_numbers() -> None:
    small = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    text = HEAD + "Notes\n" + "\n".join(f"{n.translate(small)} {t}" for n, t in NOTES)
    assert found(text) == NOTES


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        (["1", "3", "4", "6", "7", "8", "9", "10", "11", "12", "15", "16"], "missing ones"),
        (["1", "2", "3", "3a", "4", "5", "6", "6a", "6b", "7", "8", "9"], "lettered ones"),
        (["1", "2", "3", "3", "4", "5", "6", "7", "8", "8", "9", "10"], "repeated ones"),
        (["41", "42", "43", "44", "45", "46", "47", "48", "49", "50", "51", "52"], "a later part"),
        (["98", "99", "100", "101", "102", "103", "104", "105", "106", "107", "108", "109"], "three figures"),
        (["1", "2", "3", "4", "5", "1", "2", "3", "4", "5", "6", "7"], "a second series"),
        (["1", "2", "1", "2", "3", "1", "2", "3", "1", "2", "3", "4"], "a new start on every page"),
    ],
)
@pytest.mark.parametrize("template", ["{n}. {text}", "{n} {text}", "[{n}] {text}", "{n}\t{text}"])
def test_labels_may_skip_repeat_and_start_again(labels: list[str], why: str, template: str) -> None:
    notes = list(zip(labels, TEXTS, strict=True))
    assert found(HEAD + "Notes\n\n" + lines(template, notes=notes)) == notes


def test_the_printed_label_wins_over_the_number_of_the_list() -> None:
    text = HEAD + "  1. 1.\n    Ibid., 5.\n  2. 1a.\n    Ibid., 6.\n  3. 2.\n  4. 3.\n    Ibid., 7.\n"
    assert found(text) == [("1", "Ibid., 5."), ("1a", "Ibid., 6."), ("2", ""), ("3", "Ibid., 7.")]


def test_empty_notes_are_listed() -> None:
    assert found("Notes\n1. Ibid.\n2.\n3. Ibid., 4.") == [("1", "Ibid."), ("2", ""), ("3", "Ibid., 4.")]


def test_headings_between_the_notes_belong_to_none_of_them() -> None:
    parts = [
        lines("{n}. {text}", "\n\n", NOTES[:4]),
        lines("{n}. {text}", "\n\n", NOTES[4:8]),
        lines("{n}. {text}", "\n\n", NOTES[8:]),
    ]
    assert (
        found(
            "Notes\n\nIntroduction\n\n"
            + parts[0]
            + "\n\nThe Clerks of the North\n\n"
            + parts[1]
            + "\n\n3 The Thaw\n\n"
            + parts[2]
        )
        == NOTES
    )


def test_chapters_begin_their_notes_anew() -> None:
    chapters = [NOTES[:5], [(str(n), t) for n, (_, t) in enumerate(NOTES[5:], start=1)]]
    text = "NOTES\n\nChapter 1: The Ice\n\n" + lines("{n}. {text}", notes=chapters[0])
    text += "\n\nChapter 2: The Clerk\n\n" + lines("{n}. {text}", notes=chapters[1])
    assert found(text) == [*chapters[0], *chapters[1]]


def test_numbered_chapters_between_the_notes_are_no_notes() -> None:
    first, second = NOTES[:6], [(str(n), t) for n, (_, t) in enumerate(NOTES[6:], start=1)]
    text = (
        "Notes\n\n1. The Ice\n\n"
        + lines("{n}. {text}", notes=first)
        + "\n\n7. The Clerk and His Chair\n\n"
        + lines("{n}. {text}", notes=second)
    )
    assert found(text) == [*first, *second]


def test_running_heads_and_page_numbers_between_the_notes_are_left_out() -> None:
    text = "NOTES\n\n" + lines("{n}. {text}", notes=NOTES[:4])
    text += "\n\n214   THE POLAR REVIEW\n\n" + lines("{n}. {text}", notes=NOTES[4:8])
    text += "\n\nTHE ICE AND THE CLERK   215\n\n" + lines("{n}. {text}", notes=NOTES[8:])
    assert found(text) == NOTES


def test_the_word_notes_over_every_page_ends_no_note() -> None:
    text = "Notes\n1. Ibid., 5.\n2. Ibid., 6, where the\n\nNOTES\n\nclerk is named.\n3. Ibid., 7.\n\nNotes\n\n4. Ibid., 8.\n"
    assert found(text) == [
        ("1", "Ibid., 5."),
        ("2", "Ibid., 6, where the clerk is named."),
        ("3", "Ibid., 7."),
        ("4", "Ibid., 8."),
    ]


def test_a_last_word_alone_on_its_line_is_no_heading() -> None:
    text = "Notes\n1. Roe, A History of Cold\nLiteratur.\n2. Ibid., 6, in the\nContents\n3. Doe, Polar\nReferences, 5.\n4. Ibid.\n"
    wanted = [
        ("1", "Roe, A History of Cold Literatur."),
        ("2", "Ibid., 6, in the Contents"),
        ("3", "Doe, Polar References, 5."),
    ]
    assert found(text) == [*wanted, ("4", "Ibid.")]


def test_a_note_of_two_paragraphs_before_a_lettered_one_is_kept_whole() -> None:
    text = "Notes\n\n" + "\n\n".join(f"{n}. Ibid., {n}.\n\nThe clerk says more." for n in ("1", "2", "2a", "3", "4"))
    assert found(text) == [(n, f"Ibid., {n}. The clerk says more.") for n in ("1", "2", "2a", "3", "4")]


def test_a_note_in_capitals_is_no_running_head() -> None:
    notes = [("1", "Roe, Ice, 5."), ("2", "POLAR ARCHIVES PASSIM"), ("3", "Ibid., 7."), ("4", "Ibid., 8.")]
    assert found("Notes\n\n" + lines("{n} {text}", "\n\n", notes)) == notes


def test_a_running_head_within_a_note_is_left_out() -> None:
    text = "NOTES\n\n1. Ibid., 5, where the clerk\n\n214   THE POLAR REVIEW\n\nwrites of the ice.\n2. Ibid., 6.\n3. Ibid., 7.\n4. Ibid., 8, and\n\n215   THE POLAR REVIEW\n\nalso 9.\n5. Ibid."
    assert found(text) == [
        ("1", "Ibid., 5, where the clerk writes of the ice."),
        ("2", "Ibid., 6."),
        ("3", "Ibid., 7."),
        ("4", "Ibid., 8, and also 9."),
        ("5", "Ibid."),
    ]


def test_notes_at_the_foot_of_every_page() -> None:
    body = (
        "The clerks wrote for weeks about the ice, and nobody in the capital answered them before the thaw had come. "
        * 6
    )
    pages = [NOTES[:3], NOTES[3:5], NOTES[5:9], NOTES[9:]]
    text = HEAD + "\f".join(body + "\n\n" + body + "\n\n" + lines("{n}. {text}", notes=page) + "\n" for page in pages)
    assert found(text) == NOTES


def test_notes_at_the_foot_of_every_page_that_start_again() -> None:
    body = (
        "The clerks wrote for weeks about the ice, and nobody in the capital answered them before the thaw had come. "
        * 6
    )
    pages = [
        [(str(n), t) for n, (_, t) in enumerate(part, start=1)]
        for part in (NOTES[:3], NOTES[3:5], NOTES[5:9], NOTES[9:])
    ]
    text = HEAD + "\f".join(body + "\n\n" + body + "\n\n" + lines("{n}. {text}", notes=page) + "\n" for page in pages)
    assert found(text) == [note for page in pages for note in page]


def test_notes_at_the_foot_of_every_page_copied_without_page_ends() -> None:
    body = "\n".join(["The clerks wrote for weeks about the ice, and nobody in the capital answered them"] * 12)
    pages = [NOTES[:3], NOTES[3:5], NOTES[5:9], NOTES[9:]]
    heads = [
        "The Ice and the Clerk   141",
        "142   THE POLAR REVIEW",
        "The Ice and the Clerk   143",
        "144   THE POLAR REVIEW",
    ]
    text = HEAD + "\n".join(
        f"\n{head}\n\n{body}.\n\n" + lines("{n}. {text}", notes=page) for head, page in zip(heads, pages, strict=True)
    )
    assert found(text) == NOTES


def test_labels_with_bis() -> None:
    text = "Notes\n1. Ibid., 5.\n2. Ibid., 6.\n2 bis. Ibid., 7.\n3. Ibid., 8.\n"
    assert [label for label, _ in found(text)] == ["1", "2", "2 bis", "3"]


def test_asterisks_and_daggers() -> None:
    notes = list(zip(["*", "†", "‡", "§", "**", "††"], TEXTS, strict=False))
    assert found(HEAD + "Notes\n\n" + lines("{n} {text}", notes=notes)) == notes


def test_the_authors_asterisk_stands_before_the_numbers() -> None:
    text = HEAD + "Notes\n\n* I thank the clerks.\n" + lines("{n}. {text}")
    assert found(text) == [("*", "I thank the clerks."), *NOTES]


def test_notes_are_numbered_in_roman_numerals_too() -> None:
    notes = list(zip(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], TEXTS, strict=True))
    assert found(HEAD + "Notes\n\n" + lines("{n}. {text}", notes=notes)) == notes
    assert found(HEAD + "Notes\n\n" + lines("({n}) {text}", notes=notes)) == notes
    assert found(HEAD + "Notes\n\n" + lines("[{n}] {text}", notes=notes)) == notes


def test_notes_are_numbered_by_letters_too() -> None:
    notes = list(zip("abcdefghijkl", TEXTS, strict=True))
    assert found(HEAD + "Notes\n\n" + lines("{n}. {text}", notes=notes)) == notes
    assert found(HEAD + "Notes\n\n" + lines("({n}) {text}", notes=notes)) == notes


def test_notes_without_any_number() -> None:
    notes = [("", text) for text in TEXTS]
    assert found(HEAD + "Notes\n\n" + "\n\n".join(TEXTS)) == notes
    assert found(HEAD + "Notes\n\n" + "\n".join(TEXTS)) == notes


@pytest.mark.parametrize(
    "text",
    [
        "The Ice\n\nJane Roe\n\nThe ice came early, and the clerks wrote that it had come late.\n\nThen it went.",
        "A list\n\n1. Ice\n2. Clerks\n3. Harbours\n",
        "The year 1914\n\n1914 was cold.\n1915 was colder.\n",
        "Notes\n",
        "",
        "\n\n\n",
    ],
)
def test_a_page_without_notes_has_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Ibid., 56Google Scholar", "Ibid., 56"),
        ("Ibid., 56.CrossRefGoogle Scholar", "Ibid., 56."),
        ("Ibid., 56. Google Scholar CrossRef", "Ibid., 56."),
        ("Roe, Ice (London, 1965), 10Google Scholar.", "Roe, Ice (London, 1965), 10."),
        ("Roe, Ice, 10Google Scholar; Doe, Snow, 11Google Scholar.", "Roe, Ice, 10; Doe, Snow, 11."),
        ("Roe, Ice, 10 Google Scholar; Doe, Snow, 11 Google Scholar .", "Roe, Ice, 10; Doe, Snow, 11."),
        ("Roe, Ice, 10. [Google Scholar]", "Roe, Ice, 10."),
        ("Roe, Ice, 10. [Crossref], [Web of Science ®], [Google Scholar]", "Roe, Ice, 10."),
        ("Roe, Ice, 10.\n    Article\n    MATH\n    Google Scholar\n", "Roe, Ice, 10."),
        ("Roe, Ice, 10. Article  CAS PubMed  PubMed Central  Google Scholar", "Roe, Ice, 10."),
        ("Roe, ‘Ice’, Arctic 3 (1990), 5CrossRef | Google Scholar.", "Roe, ‘Ice’, Arctic 3 (1990), 5."),
        ("Roe, Ice, 10.View ArticleGoogle Scholar", "Roe, Ice, 10."),
        ("Roe, Ice, 10.PubMed", "Roe, Ice, 10."),
        ("^ Roe, Ice, 10.", "Roe, Ice, 10."),
        ("Roe, Ice, 10. ↩", "Roe, Ice, 10."),
        ("We counted with Google Scholar.", "We counted with Google Scholar."),
        ("Found on Google Scholar, 3 May 2020.", "Found on Google Scholar, 3 May 2020."),
        ("The article on PubMed was wrong.", "The article on PubMed was wrong."),
        ("con-\ntainment in  the\tnorth", "con- tainment in the north"),
        ("An Article. Roe, Ice.", "An Article. Roe, Ice."),
        ("Roe, Ice, 10. Google Scholar See also Doe, Snow.", "Roe, Ice, 10. See also Doe, Snow."),
        ("Roe, Ice, 10. View at Google Scholar", "Roe, Ice, 10."),
        ("Roe, Ice, 10.[Taylor & Francis Online], [Web of Science ®], [Google Scholar]", "Roe, Ice, 10."),
        ("^ Jump up to: a b Roe, Ice, 5.", "Roe, Ice, 5."),
        ("It was so. Google Scholar lists five.", "It was so. Google Scholar lists five."),
        ("Google Scholar", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_pages_link_words_are_taken_away_and_nothing_else(raw: str, words: str) -> None:
    assert clean(raw) == words


def test_a_very_long_note_is_kept_whole() -> None:
    long = "word " * 20_000
    assert found(f"Notes\n1. Ibid., 4.\n2. {long}end.\n3. Ibid., 5.")[1] == ("2", f"{long}end.")


def test_twenty_thousand_notes_are_all_listed() -> None:
    notes = [(str(n), f"Ibid., {n % 400}.") for n in range(1, 20_001)]
    assert found("Notes\n" + lines("{n}. {text}", notes=notes)) == notes


def test_one_line_of_ten_megabytes_is_read() -> None:
    notes = [
        (str(n), "See the harbour book, where the clerk has written of it. " * 15 + f"Roe, Ice, {n % 90}.")
        for n in range(1, 9_000)
    ]
    assert found("Notes " + lines("{n}. {text}", " ", notes)) == notes


def test_text_from_right_to_left_is_kept() -> None:
    notes = [("1", "ראו שלמה כהן, ההיסטוריה (ירושלים, 1990), 5."), ("2", "שם, 6."), ("3", "انظر المرجع نفسه، ص ٧.")]
    assert found("Notes\n" + lines("{n}. {text}", notes=notes)) == notes


def test_nothing_crashes_on_any_text() -> None:
    chance = random.Random(3)
    pieces = [
        "1. ",
        "2",
        "[3] ",
        "\n",
        "\n\n",
        "\f",
        "Notes\n",
        "Ibid., ",
        "Google Scholar",
        "*",
        "†",
        "iv. ",
        "a) ",
        "1914",
        " ",
        "\t",
        "‘",
        "(",
        "Copyright information\n",
        "© 2001\n",
        "word ",
    ]
    for _ in range(500):
        read_notes(Page("".join(chance.choice(pieces) for _ in range(chance.randrange(60)))))


def test_the_author_s_own_notes_by_signs_come_before_the_numbers_right_under_the_heading() -> None:
    text = "Notes\n* I thank all who helped.\n† Professor of History.\n1. Roe, Ice (London, 1990), 5.\n2. Ibid., 6.\n"
    assert [label for label, _ in found(text)] == ["*", "†", "1", "2"]
