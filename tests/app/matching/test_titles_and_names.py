"""Pairs whose titles or names are written in two ways, or differ in one word that counts."""

from __future__ import annotations

import pytest

from app.entry import Entry
from tests.app.matching.entries import CABLE, TREATY, article, book, check_apart, check_doubtful, check_one_work, typed

ONE_WORK = {
    "an accent that TeX sets before its letter, within a name": (
        article("Radmila Br{\\u a}nza", "Toll and tariff in northern ports", "Dock", "1980", "", "1--12"),
        article("Brănza, Radmila", "Toll and tariff in northern ports", "Dock", "1980", "", "1--12"),
        "same authors",
    ),
    "a family name of two behind the given name": (
        article("Vega, José Ortiz y", "Toll and tariff in northern ports", "Dock", "1980", "", "1--12"),
        article("Ortiz y Vega, José", "Toll and tariff in northern ports", "Dock", "1980", "", "1--12"),
        "same authors",
    ),
    "a subtitle that one leaves out, on the same pages": (
        article("Reyes, T.", "Tolls", "Dock", "1990", "3", "1--20"),
        article("Reyes, Tomas", "Tolls: a study in coastal revenue", "Dock", "1990", "3", "1--20"),
        "same pages",
    ),
    "a slip that has run two words together": (
        article("Reyes, T.", "The slow decline of steamships on the northern routes", "Dock", "1990", "3"),
        article("Reyes, T.", "The slow decline ofesteamships on the northern routes", "Dock", "1990", "3"),
        "title differs in spelling",
    ),
    "umlauts written out in title and name": (
        book("Sørensen, Åse", "Havne og købmænd i nord", "1988", "Kranich"),
        book("Soerensen, Aase", "Havne og koebmaend i nord", "1988", "Kranich"),
        "same title",
    ),
    "a book in two scripts": (
        book("Морозов, Иван", "Хроника северных портов", "1959", "Наука"),
        book("Morozov, I.", "Khronika severnykh portov", "1959", "Nauka"),
        "publisher written differently",
    ),
    "a title of very many words, one without its authors and its year": (
        article("Reyes, T.", "Wages and injuries of pilots on the northern rivers in dry summers", "Dock", "1990", "3"),
        article("", "Wages and injuries of pilots on the northern rivers in dry summers", "Dock", "", "3", "1--20"),
        "same title",
    ),
    "capitals throughout": (CABLE, CABLE.with_fields(title=CABLE.get("title").upper()), "same title"),
    "initials for given names": (CABLE, CABLE.with_fields(author="N. P. Larsen"), "same authors"),
    "name in Vancouver style": (CABLE, CABLE.with_fields(author="Larsen NP"), "same authors"),
    "a typing error in the title": (
        CABLE,
        CABLE.with_fields(title="The cable ofice and the politics of delay"),
        "spelling",
    ),
    "American spelling": (
        article("Reyes, T.", "Labour, colour and honour in the harbour", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Labor, Color and Honor in the Harbor", "Dock", "1990", "3", "1--20"),
        "spelling",
    ),
    "a hyphen more": (
        article("Reyes, T.", "Post-war re-armament of coastal states", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Postwar rearmament of coastal states", "Dock", "1990", "3", "1--20"),
        "same title",
    ),
    "subtitle left out, same pages": (
        article("Reyes, T.", "Toll and tariff", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Toll and tariff: a study in coastal revenue", "Dock", "1990", "3", "1--20"),
        "one title is longer",
    ),
    "TeX and Unicode": (
        article(
            'G{\\"o}del, J{\\"u}rgen', "{\\'E}tudes sur la {\\em mer} int{\\'e}rieure", "Dock", "1990", "3", "1--20"
        ),
        article("Gödel, Jürgen", "Études sur la mer intérieure", "Dock", "1990", "3", "1--20"),
        "same title",
    ),
    "umlaut written out": (
        article("Müller, K.", "Der Hafen und das Meer im Norden", "Archiv", "1990", "3", "1--20"),
        article("Mueller, K.", "Der Hafen und das Meer im Norden", "Archiv", "1990", "3", "1--20"),
        "same title",
    ),
    "a name transliterated twice": (
        article("Chekhov, A.", "Notes on the harbour registers", "Dock", "1990", "3", "1--20"),
        article("Tchekhov, A.", "Notes on the harbour registers", "Dock", "1990", "3", "1--20"),
        "same pages",
    ),
    "Cyrillic and Latin letters": (
        article("Морозов, Иван", "Хроника северных портов", "Вестник", "1990", "3", "1--20"),
        article("Morozov, Ivan", "Khronika severnykh portov", "Vestnik", "1990", "3", "1--20"),
        "title differs in spelling",
    ),
    "people in both orders": (
        article("Reyes, Tomas and Lund, Eva", "Revenue of the coastal states", "Dock", "1990", "3", "1--20"),
        article("Tomas Reyes; Eva Lund", "Revenue of the coastal states", "Dock", "1990", "3", "1--20"),
        "same authors",
    ),
    "et al. for the others": (
        article("Reyes, T. and Lund, E. and Ito, K.", "Revenue of the coastal states", "Dock", "1990", "3", "1--20"),
        article("Reyes, T. and others", "Revenue of the coastal states", "Dock", "1990", "3", "1--20"),
        "same first author",
    ),
    "anonymous in one": (
        article("Anonymous", "Revenue of the coastal states", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3", "1--20"),
        "same pages",
    ),
    "types that differ": (
        typed("misc", author="Reyes, T.", title="Revenue of the coastal states", year="1990", doi="10.5555/dock.3.1"),
        article("Reyes, Tomas", "Revenue of the coastal states", "Dock", "1990", "3", "1--20", doi="10.5555/dock.3.1"),
        "same DOI",
    ),
    "BibTeX and biblatex names": (
        typed(
            "article",
            author="Larsen, Nora P.",
            title=CABLE.get("title"),
            journal="Journal of Signal History",
            year="1987",
            volume="14",
            pages="201--229",
        ),
        CABLE,
        "same pages",
    ),
    "a note that the article is a review article": (
        CABLE,
        CABLE.with_fields(title=CABLE.get("title") + ". [Review] [88 refs]"),
        "same pages",
    ),
    "title of a foreign article in brackets": (
        article("Ito, K.", "[The ports of the inland sea]", "Kaijō", "1990", "3", "1--20"),
        article("Ito, K.", "The ports of the inland sea. [Japanese]", "Kaijo", "1990", "3", "1--20"),
        "same title",
    ),
    "few fields": (
        typed("misc", author="Okonkwo, I.", title="Harbours of the inland sea and their tolls"),
        typed("book", author="Okonkwo, Ifeoma", title="Harbours of the inland sea and their tolls"),
        "same title",
    ),
    "what a database put behind the title": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3"),
        article("Reyes, T.", "Revenue of the coastal states (Structured abstract)", "Dock", "1990", "3"),
        "same title",
    ),
    "a type that is plainly wrong": (
        CABLE,
        Entry("techreport", dict(CABLE.fields)),
        "same pages",
    ),
    "a slip in a short word, on a journal's own page": (
        article("Reyes, T.", "Revenue of the wee coastal states", "Dock", "1990", "3", "101--120"),
        article("Reyes, T.", "Revenue of the see coastal states", "Dock", "1990", "3", "101"),
        "differs in one word (see, wee)",
    ),
    "a corporate author": (
        typed("report", author="{Coastal Commission}", title="Dredging of the northern channels", date="1955"),
        typed("techreport", author="Coastal Commission", title="Dredging of the Northern Channels", year="1955"),
        "same title",
    ),
    "family name in capitals before the given name": (CABLE, CABLE.with_fields(author="LARSEN Nora"), "same authors"),
    "initials that touch the family name": (CABLE, CABLE.with_fields(author="N.P.Larsen"), "same authors"),
    "two full names with nothing but commas between": (
        article("Larsen, Nora and Ito, Ken P.", "Relays and their keepers in war", "Dock", "1990", "3", "1--20"),
        article("Larsen, Nora, Ito, Ken P.", "Relays and their keepers in war", "Dock", "1990", "3", "1--20"),
        "same authors",
    ),
    "the first name turned, the others not": (
        article("Larsen, Nora and Ito, Ken and Lund, Eva", "Relays and their keepers in war", "Dock", "1990"),
        article("Larsen, Nora, K. Ito & E. Lund", "Relays and their keepers in war", "Dock", "1990"),
        "same authors",
    ),
    "bare initials between commas": (
        article("Larsen, N. P. and Ito, K.", "Relays and their keepers in war", "Dock", "1990"),
        article("Larsen NP, Ito K", "Relays and their keepers in war", "Dock", "1990"),
        "same authors",
    ),
    "given names before family names and one comma": (
        article("Larsen, Nora P. and Ito, Ken", "Relays and their keepers in war", "Dock", "1990"),
        article("Nora P. Larsen, Ken Ito,", "Relays and their keepers in war", "Dock", "1990"),
        "same authors",
    ),
    "names that lost their capitals": (
        CABLE,
        CABLE.with_fields(author="larsen np", title=CABLE.get("title").lower()),
        "same authors",
    ),
    "editors named as such": (
        book("Lund, Eva", "Coastal trade in the northern seas", "1994", "Kranich"),
        book("Eva Lund (ed.)", "Coastal trade in the northern seas", "1994", "Kranich"),
        "same authors",
    ),
    "a double name with its hyphen": (
        article("Osei-Mensah, Kofi", "Relays and their keepers in war", "Dock", "1990"),
        article("Kofi Osei-Mensah", "Relays and their keepers in war", "Dock", "1990"),
        "same authors",
    ),
    "a slip in one of several names": (
        article("Larsen, N. and Ito, K. and Lund, E.", "Relays and their keepers in war", "Dock", "1990"),
        article("Larsten, N. and Ito, K. and Lund, E.", "Relays and their keepers in war", "Dock", "1990"),
        "same first author",
    ),
    "a slip in the only name, under a long title": (
        article("Larsen, N.", "Relays and their keepers in the northern war", "", "1990"),
        article("Larsten, N.", "Relays and their keepers in the northern war", "", "1990"),
        "authors nearly agree",
    ),
    "letters changed about at the beginning of a word": (
        article("Ito, K.", "Fields of barley on the northern coast", "Dock", "1990"),
        article("Ito, K.", "Ifelds of barley on the northern coast", "Dock", "1990"),
        "spelling",
    ),
    "a part counted in Roman and in Arabic figures": (
        article("Kern, U.", "Zölle am Binnenmeer, Teil II", "Archiv", "1991", "4", "1--22"),
        article("Kern, Ulrich", "Zölle am Binnenmeer (Teil 2)", "Archiv", "1991", "4", "1--22"),
        "title differs in spelling",
    ),
    "a long title of one year, unsigned in one": (
        article("Larsen, N.", "Relays and their keepers in the northern war", "", "1990"),
        article("", "Relays and their keepers in the northern war", "", "1990"),
        "same title",
    ),
}

FOR_REVIEW = {
    "a long title that nobody signed, and nothing else": (
        article("", "Wages and injuries of pilots on the northern rivers in dry summers", "", "1990"),
        article("", "Wages and injuries of pilots on the northern rivers in dry summers", "", "1990", pages="1--20"),
        "same year",
    ),
    "a subtitle that one leaves out, where one has no pages": (
        article("Reyes, T.", "Toll and tariff", "Dock", "1990", "3"),
        article("Reyes, Tomas", "Toll and tariff: a study in coastal revenue", "Dock", "1990", "3", "1--20"),
        "one title is longer",
    ),
    "one word stands for another, no pages": (
        article("Reyes, T.", "Working women in northern ports after the war", "Dock", "1990", "3"),
        article("Reyes, T.", "Working men in northern ports after the war", "Dock", "1990", "3"),
        "differs in one word (men, women)",
    ),
    "nothing but a name and a title, a year apart": (
        typed("misc", author="Lund, E.", title="Pilots and their wages in the north", date="1990"),
        typed("misc", author="Lund, E.", title="Pilots and their wages in the north", date="1991"),
        "year 1 apart",
    ),
    "women and men on one page": (
        article("Reyes, T.", "Working women in northern ports after the war", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Working men in northern ports after the war", "Dock", "1991", "3", "1"),
        "differs in one word (men, women)",
    ),
    "hyper and hypo": (
        article("Ito, K.", "Hypertension in harbour pilots under strain", "Dock", "1990", "3"),
        article("Ito, K.", "Hypotension in harbour pilots under strain", "Dock", "1990", "3"),
        "differs in one word (hypertension, hypotension)",
    ),
    "a long title, unsigned in one, as a book and as an article": (
        typed("article", title="Harbours of the inland sea and their tolls", journal="Dock", year="1978"),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea and their tolls", "1978"),
        "same title",
    ),
}

APART = {
    "nothing in common": (CABLE, TREATY, "different titles"),
    "one author, another article": (
        CABLE,
        CABLE.with_fields(title="Telegraph clerks and their strikes", pages="3--19"),
        "different",
    ),
    "one title by two people": (
        article("Lund, E.", "The inland sea in winter", "Dock", "1990", "3", "1--20"),
        article("Varga, M.", "The inland sea in winter", "Coast", "2003", "18", "340--351"),
        "different authors",
    ),
    "a short title of one year, unsigned in one": (
        article("Larsen, N.", "Relays at war", "", "1990"),
        article("", "Relays at war", "", "1990"),
        "same short title",
    ),
}


@pytest.mark.parametrize(("a", "b", "words"), ONE_WORK.values(), ids=ONE_WORK)
def test_titles_and_names_that_are_one_work_are_found_to_be_so(a: Entry, b: Entry, words: str) -> None:
    check_one_work(a, b, words)


@pytest.mark.parametrize(("a", "b", "words"), FOR_REVIEW.values(), ids=FOR_REVIEW)
def test_titles_and_names_in_doubt_wait_for_a_person(a: Entry, b: Entry, words: str) -> None:
    check_doubtful(a, b, words)


@pytest.mark.parametrize(("a", "b", "words"), APART.values(), ids=APART)
def test_titles_and_names_that_are_two_works_are_left_alone(a: Entry, b: Entry, words: str) -> None:
    check_apart(a, b, words)
