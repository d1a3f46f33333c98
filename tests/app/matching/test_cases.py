"""Pairs of entries as they turn up in libraries, what they are to each other, and how the program says so."""

from __future__ import annotations

import pytest

from app.entry import Entry
from app.matching import Comparison, Outcome, Relation, compare

S, R, D, V = Outcome.SAME, Outcome.RELATED, Outcome.DIFFERENT, Outcome.REVIEW


def article(
    author: str, title: str, journal: str = "", date: str = "", volume: str = "", pages: str = "", **more: str
) -> Entry:
    fields = {"author": author, "title": title, "journaltitle": journal, "date": date, "volume": volume, "pages": pages}
    return Entry("article", fields | more)


def book(author: str, title: str, date: str = "", publisher: str = "", **more: str) -> Entry:
    return Entry("book", {"author": author, "title": title, "date": date, "publisher": publisher} | more)


def chapter(author: str, title: str, booktitle: str = "", date: str = "", pages: str = "", **more: str) -> Entry:
    fields = {"author": author, "title": title, "booktitle": booktitle, "date": date, "pages": pages}
    return Entry("incollection", fields | more)


def news(title: str, paper: str, date: str, author: str = "", **more: str) -> Entry:
    fields = {"author": author, "title": title, "journaltitle": paper, "date": date, "entrysubtype": "newspaper"}
    return Entry("article", fields | more)


def typed(entrytype: str, **fields: str) -> Entry:
    return Entry(entrytype, fields)


CABLE = article(
    "Larsen, Nora P.",
    "The cable office and the politics of delay",
    "Journal of Signal History",
    "1987",
    "14",
    "201--229",
)
HARBOUR = book("Okonkwo, Ifeoma", "Harbours of the inland sea: trade and toll, 1640--1710", "1978", "Meridian Press")
TREATY = article(
    "Varga, Miklós", "The treaty that nobody signed", "Revue d'histoire diplomatique", "1969", "83", "44--71"
)

ONE_WORK = {
    "copied twice": (CABLE, CABLE, "same pages"),
    "capitals throughout": (CABLE, CABLE.with_fields(title=CABLE.get("title").upper()), "same title"),
    "first page only": (CABLE, CABLE.with_fields(pages="201"), "same first page"),
    "shortened last page": (CABLE, CABLE.with_fields(pages="201-29"), "same pages"),
    "pp. before the pages": (CABLE, CABLE.with_fields(pages="pp. 201–229"), "same pages"),
    "initials for given names": (CABLE, CABLE.with_fields(author="N. P. Larsen"), "same authors"),
    "name in Vancouver style": (CABLE, CABLE.with_fields(author="Larsen NP"), "same authors"),
    "abbreviated journal": (CABLE, CABLE.with_fields(journaltitle="J. Signal Hist."), "journal written differently"),
    "journal left out": (CABLE, CABLE.with_fields(journaltitle=""), "same pages"),
    "volume in Roman numerals": (CABLE, CABLE.with_fields(volume="XIV"), "volume"),
    "issue behind the volume": (CABLE, CABLE.with_fields(volume="14(3)"), "volume"),
    "year printed late": (CABLE, CABLE.with_fields(date="1988"), "year 1 apart"),
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
    "same DOI, one by its resolver": (
        CABLE.with_fields(doi="10.5555/JSH.1987.14"),
        CABLE.with_fields(doi="https://doi.org/10.5555/jsh.1987.14", volume="", pages=""),
        "same DOI",
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
    "paged online before its volume was out": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "", "1--20"),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3", "417--436"),
        "one paged before its volume was out",
    ),
    "pages taken for a day by a spreadsheet": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3", "9--11"),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3", "11-Sep"),
        "same pages",
    ),
    "a book with and without its publisher": (HARBOUR, HARBOUR.with_fields(publisher=""), "same title"),
    "a book with its full subtitle in a field of its own": (
        HARBOUR,
        book("Okonkwo, I.", "Harbours of the Inland Sea", "1978", subtitle="Trade and Toll, 1640–1710"),
        "same title",
    ),
    "few fields": (
        typed("misc", author="Okonkwo, I.", title="Harbours of the inland sea and their tolls"),
        typed("book", author="Okonkwo, Ifeoma", title="Harbours of the inland sea and their tolls"),
        "same title",
    ),
    "one chapter twice": (
        chapter("Lund, Eva", "Pilots and their wages", "A companion to coastal trade", "1994", "55--78"),
        chapter("Lund, E.", "Pilots and Their Wages", "Companion to Coastal Trade", "1994", "55-78"),
        "same pages",
    ),
    "one headline on one day": (
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03-12"),
        news("Strike Spreads to Northern Ports", "Harbour Gazette", "1971-03-12"),
        "same day",
    ),
    "a wire item": (
        news("Minister receives delegation of pilots", "PORTAX", "1988-05-02"),
        news(
            "Minister Receives Delegation of Pilots", "PORTAX", "1988-05-02", note="Reproduced by the Coastal Monitor"
        ),
        "same day",
    ),
    "a spreadsheet's month and day": (
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03-12"),
        typed(
            "article",
            title="Strike spreads to northern ports",
            journal="The Harbour Gazette",
            year="1971",
            month="mar",
            day="12",
        ),
        "same day",
    ),
    "the issue in the volume's place": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "55", "S12", number="Suppl. 2"),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "2", "S12"),
        "same first page",
    ),
    "page and article number": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3", "1014"),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3", "c1804"),
        "same volume",
    ),
    "what a database put behind the title": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3"),
        article("Reyes, T.", "Revenue of the coastal states (Structured abstract)", "Dock", "1990", "3"),
        "same title",
    ),
    "one date online and one in print": (
        CABLE.with_fields(date="1987-02-03"),
        CABLE.with_fields(date="1987-03-15"),
        "same year",
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
}

RELATED = {
    "second edition": (
        HARBOUR.with_fields(edition="1"),
        HARBOUR.with_fields(edition="Second edition", date="1991"),
        Relation.EDITION,
        "different editions",
    ),
    "another edition in the same year": (
        HARBOUR.with_fields(edition="2"),
        HARBOUR.with_fields(edition="3rd ed."),
        Relation.EDITION,
        "different editions",
    ),
    "reprint": (
        HARBOUR,
        HARBOUR.with_fields(date="2004", origdate="1978", publisher="Dover Reprints"),
        Relation.REPRINT,
        "years 26 apart",
    ),
    "translation under the old title": (
        HARBOUR.with_fields(language="english"),
        HARBOUR.with_fields(language="german", translator="Lund, Eva", date="1983"),
        Relation.TRANSLATION,
        "years 5 apart",
    ),
    "translation that names its original": (
        book("Okonkwo, Ifeoma", "Häfen des Binnenmeers", "1983", "Kranich", origtitle="Harbours of the inland sea"),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978", "Meridian Press"),
        Relation.TRANSLATION,
        "same authors",
    ),
    "preprint and article": (
        typed(
            "online",
            author="Reyes, T.",
            title="Revenue of the coastal states",
            date="1999",
            eprint="9901.01234",
            eprinttype="arxiv",
        ),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "2000", "3", "1--20"),
        Relation.PREPRINT,
        "year 1 apart",
    ),
    "working paper and article": (
        article("Reyes, T.", "Revenue of the coastal states", "SSRN Electronic Journal", "1999"),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "2000", "3", "1--20"),
        Relation.PREPRINT,
        "different journals",
    ),
    "thesis and book": (
        typed(
            "thesis",
            author="Okonkwo, Ifeoma",
            title="Harbours of the inland sea",
            institution="Univ. of Lagos",
            date="1974",
        ),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978", "Meridian Press"),
        Relation.VERSION,
        "years 4 apart",
    ),
    "conference paper and article": (
        typed(
            "inproceedings",
            author="Reyes, T.",
            title="Revenue of the coastal states",
            booktitle="Proceedings of the Port Days",
            date="1998",
            pages="11--15",
        ),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "2000", "3", "101--120"),
        Relation.VERSION,
        "different pages",
    ),
    "abstract of a talk and the article in another journal": (
        article("Reyes, T. and Lund, E.", "Revenue of the coastal states", "Dock", "2000", "3", "S12"),
        article("Reyes, T. and Lund, E.", "Revenue of the coastal states", "Coast", "2000", "41", "101--120"),
        Relation.VERSION,
        "different journals",
    ),
    "review of a book": (
        article("Ito, K.", "Review of Harbours of the inland sea, by Ifeoma Okonkwo", "Dock", "1980", "3", "88--90"),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978"),
        Relation.REVIEW_OF,
        "different authors",
    ),
    "review under the book's own title": (
        typed(
            "review",
            author="Ito, K.",
            title="Harbours of the inland sea",
            journaltitle="Dock",
            date="1980",
            pages="88--90",
        ),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978"),
        Relation.REVIEW_OF,
        "different authors",
    ),
    "chapter and its book": (
        chapter("Lund, Eva", "A companion to coastal trade", "A companion to coastal trade", "1994", "1--20"),
        book("Lund, Eva", "A companion to coastal trade", "1994", "Meridian Press"),
        Relation.CHAPTER_OF,
        "same title",
    ),
    "two chapters cited by the book's title": (
        typed("inbook", author="Lund, Eva", title="Coastal trade in the north", chapter="3", date="1994"),
        typed("inbook", author="Lund, Eva", title="Coastal trade in the north", chapter="4", date="1994"),
        Relation.PART,
        "different chapters",
    ),
    "Part I and Part II": (
        article("Reyes, T.", "Revenue of the coastal states, Part I", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Revenue of the coastal states, Part II", "Dock", "1990", "3", "21--48"),
        Relation.PART,
        "title differs in a number",
    ),
    "first part and second part": (
        article("Reyes, T.", "Revenue of the coastal states. First part", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Revenue of the coastal states. Second part", "Dock", "1991", "4", "5--31"),
        Relation.PART,
        "number",
    ),
    "Teil 1 and Teil 2": (
        article("Kern, U.", "Zölle am Binnenmeer, Teil 1", "Archiv", "1990", "3", "1--20"),
        article("Kern, U.", "Zölle am Binnenmeer, Teil 2", "Archiv", "1990", "3", "21--48"),
        Relation.PART,
        "number",
    ),
    "two volumes of one book": (
        HARBOUR.with_fields(volume="1"),
        HARBOUR.with_fields(volume="2"),
        Relation.PART,
        "different volumes",
    ),
    "erratum": (
        TREATY,
        TREATY.with_fields(title="Erratum: The treaty that nobody signed", pages="320"),
        Relation.ERRATUM,
        "different pages",
    ),
    "correction in brackets": (
        TREATY,
        TREATY.with_fields(title="The treaty that nobody signed (Correction)", pages="320"),
        Relation.ERRATUM,
        "different pages",
    ),
    "reply": (
        TREATY,
        article(
            "Ito, K.", "The treaty that nobody signed: a reply", "Revue d'histoire diplomatique", "1970", "84", "12--15"
        ),
        Relation.REPLY,
        "different authors",
    ),
    "comment on": (
        TREATY,
        article(
            "Ito, K.",
            "Comment on “The treaty that nobody signed”",
            "Revue d'histoire diplomatique",
            "1970",
            "84",
            "12--15",
        ),
        Relation.REPLY,
        "different authors",
    ),
    "erratum in another year": (
        CABLE,
        CABLE.with_fields(
            title="Corrigendum to: The cable office and the politics of delay", date="1989", pages="9", volume="16"
        ),
        Relation.ERRATUM,
        "years 2 apart",
    ),
}

ONE_WORK |= {
    "a title that a narrow field cut short, in the same place": (
        article("Okonkwo, I.", "Harbours of the inland sea and their tolls, 1490--1625", "Dock", "1978", "3", "1--20"),
        article("Okonkwo, I.", "Harbours of the inland s", "Dock", "1978", "3", "1--20"),
        "same pages",
    ),
}

FOR_REVIEW = {
    "same headline on another day": (
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03-12"),
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03-13"),
        "another day",
    ),
    "same title, another journal": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990"),
        article("Reyes, T.", "Revenue of the coastal states", "Coast", "1990"),
        "different journals",
    ),
    "pages that differ in one volume": (CABLE, CABLE.with_fields(pages="230--251"), "different pages"),
    "a book of another year, no edition given": (HARBOUR, HARBOUR.with_fields(date="1991"), "years 13 apart"),
    "one DOI for two titles": (
        typed("misc", author="Reyes, T.", title="Revenue of the coastal states", date="1990", doi="10.5555/1"),
        typed("misc", author="Lund, E.", title="Pilots and their wages", date="1994", doi="10.5555/1"),
        "same DOI",
    ),
    "one word stands for another, no pages": (
        article("Reyes, T.", "Working women in northern ports after the war", "Dock", "1990", "3"),
        article("Reyes, T.", "Working men in northern ports after the war", "Dock", "1990", "3"),
        "differs in one word (men, women)",
    ),
    "a later state of a living review": (
        article(
            "Ito, K.",
            "Air or oxygen for divers in distress",
            "Living Reviews",
            "2004",
            "",
            "CD2",
            doi="10.5555/14.CD2.pub2",
        ),
        article(
            "Ito, K.",
            "Air or oxygen for divers in distress",
            "Living Reviews",
            "2005",
            "",
            "CD2",
            doi="10.5555/14.CD2.pub3",
        ),
        "DOIs of two versions",
    ),
    "an editorial without pages": (
        article("Lund, E.", "Editorial", "Dock", "1990", "3", number="2"),
        article("Lund, E.", "Editorial", "Dock", "1990", "3", number="2"),
        "many items bear",
    ),
    "part of the title only, no pages": (
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978"),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea: trade and toll, 1640--1710", "1978"),
        "one title is longer",
    ),
    "two titles on the same pages": (
        article("Lund, E.", "Pilots and their wages", "Dock", "1990", "3", "1--20"),
        article("Lund, E.", "Lotsen und ihr Lohn", "Dock", "1990", "3", "1--20"),
        "same pages",
    ),
    "nothing but a name and a title, a year apart": (
        typed("misc", author="Lund, E.", title="Pilots and their wages in the north", date="1990"),
        typed("misc", author="Lund, E.", title="Pilots and their wages in the north", date="1991"),
        "year 1 apart",
    ),
}

FOR_REVIEW |= {
    "title and journal in each other's place": (
        article("Okonkwo, Ifeoma", "Harbours of the inland sea", "Northern Review of Ports", "1978", "3", "1--20"),
        article("Okonkwo, I.", "Northern Review of Ports", "Harbours of the inland sea", "", "3", "1-20"),
        "same pages",
    ),
    "half a title without a year, on the same pages": (
        article(
            "Okonkwo, I.", "Harbours of the inland sea and their tolls under three kings", "Dock", "1978", "3", "1--20"
        ),
        article("Okonkwo, I.", "Harbours of the inl", "Dock", "", "3", "1--20"),
        "same pages",
    ),
    "women and men on one page": (
        article("Reyes, T.", "Working women in northern ports after the war", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Working men in northern ports after the war", "Dock", "1991", "3", "1"),
        "differs in one word (men, women)",
    ),
    "a book and an article of one name in one year": (
        article("Okonkwo, Ifeoma", "Harbours of the inland sea and their tolls", "Dock", "1978", "3", "1--20"),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea and their tolls", "1978", "Meridian Press"),
        "same title",
    ),
    "a report and an article without a place": (
        typed("techreport", author="Reyes, T.", title="Revenue of the coastal states", year="1990"),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990"),
        "same authors",
    ),
    "same headline in another month": (
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03", "Lund, E."),
        typed(
            "article", title="Strike spreads to northern ports", journal="The Harbour Gazette", year="1971", month="May"
        ),
        "another day",
    ),
    "same wire item on another day, in words": (
        typed("article", author="Lund, Eva", title="Minister receives delegation", journal="PORTAX", year="2 May 1988"),
        typed("article", author="Lund, Eva", title="Minister receives delegation", journal="PORTAX", year="9 May 1988"),
        "another day",
    ),
    "hyper and hypo": (
        article("Ito, K.", "Hypertension in harbour pilots under strain", "Dock", "1990", "3"),
        article("Ito, K.", "Hypotension in harbour pilots under strain", "Dock", "1990", "3"),
        "differs in one word (hypertension, hypotension)",
    ),
    "a recurring column on the same first page": (
        article("Lund, E.", "Harbour News", "Dock", "1990", "3", "3--5", number="1"),
        article("Lund, E.", "Harbour News", "Dock", "1990", "3", "3--7", number="2"),
        "different numbers",
    ),
    "one law under two numbers": (
        book("{Coastal Commission}", "Section 305: harbour dues", "1990", "Meridian Press"),
        book("{Coastal Commission}", "Before section 305: harbour dues", "1990", "Meridian Press"),
        "title differs in one word",
    ),
}

APART = {
    "nothing in common": (CABLE, TREATY, "different titles"),
    "one author, another article": (
        CABLE,
        CABLE.with_fields(title="Telegraph clerks and their strikes", pages="3--19"),
        "different",
    ),
    "an editorial in the next number": (
        article("Lund, E.", "Editorial", "Dock", "1990", "3", number="2"),
        article("Lund, E.", "Editorial", "Dock", "1990", "3", number="3"),
        "different numbers",
    ),
    "two book reviews": (
        article("", "Book review", "Dock", "1990", "3", "88--90"),
        article("", "Book review", "Dock", "1990", "3", "91--93"),
        "different pages",
    ),
    "supplement with one DOI": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3", "S12", doi="10.5555/suppl"),
        article("Lund, E.", "Pilots and their wages", "Dock", "1990", "3", "S45", doi="10.5555/suppl"),
        "different titles",
    ),
    "chapters of one book with one ISBN": (
        chapter("Lund, Eva", "Pilots and their wages", "Coastal trade", "1994", "55--78", isbn="978-1-4684-8585-1"),
        chapter("Ito, Ken", "Pirates and their prizes", "Coastal trade", "1994", "79--99", isbn="978-1-4684-8585-1"),
        "different pages",
    ),
    "one title by two people": (
        article("Lund, E.", "The inland sea in winter", "Dock", "1990", "3", "1--20"),
        article("Varga, M.", "The inland sea in winter", "Coast", "2003", "18", "340--351"),
        "different authors",
    ),
    "a column's title in another year": (
        news("The week in shipping", "The Harbour Gazette", "1971-03-12", "Lund, E."),
        news("The week in fishing", "The Harbour Gazette", "1980-06-01", "Ito, K."),
        "different authors",
    ),
}


APART |= {
    "two editorials of one issue, by nobody": (
        article("", "Editorial", "Dock", "1990", "3", number="2"),
        article("", "Editorial", "Dock", "1990", "3", number="2", language="english"),
        "a title that many items bear",
    ),
    "a recurring column in two volumes": (
        article("Lund, E.", "Harbour News", "Dock", "1990", "3", "3--5"),
        article("Lund, E.", "Harbour News", "Dock", "1991", "4", "7--9"),
        "different volumes",
    ),
    "two years' proceedings": (
        typed("proceedings", title="Proceedings of the Third Symposium on Ports", date="2010", publisher="Port Press"),
        typed("proceedings", title="Proceedings of the Eighth Symposium on Ports", date="2015", publisher="Port Press"),
        "title differs in a number",
    ),
    "two languages of one name": (
        book("Sedge, R.", "Algorithms in C: harbour graphs", "2002", isbn="0-201-31663-3"),
        book("Sedge, R.", "Algorithms in C++: ocean graphs", "1999", isbn="0-201-36118-3"),
        "different ISBNs",
    ),
    "an editorial in another year": (
        article("Lund, E.", "Guest Editorial", "Dock", "1990", "3", number="2"),
        article("Lund, E.", "Guest Editorial", "Dock", "1991", "4", number="2"),
        "different volumes",
    ),
}


def _both_ways(a: Entry, b: Entry) -> Comparison:
    comparison = compare(a, b)
    assert compare(b, a) == comparison
    return comparison


def _told(comparison: Comparison) -> str:
    return " | ".join(reason.words for reason in comparison.reasons)


@pytest.mark.parametrize(("a", "b", "words"), ONE_WORK.values(), ids=ONE_WORK)
def test_entries_that_are_one_work_are_found_to_be_so(a: Entry, b: Entry, words: str) -> None:
    comparison = _both_ways(a, b)
    assert comparison.outcome is S, comparison.sentence()
    assert comparison.relation is None
    assert words in _told(comparison)


@pytest.mark.parametrize(("a", "b", "relation", "words"), RELATED.values(), ids=RELATED)
def test_versions_of_a_work_are_related_and_named(a: Entry, b: Entry, relation: Relation, words: str) -> None:
    comparison = _both_ways(a, b)
    assert comparison.outcome is R, comparison.sentence()
    assert comparison.relation is relation
    assert words in _told(comparison)


@pytest.mark.parametrize(("a", "b", "words"), FOR_REVIEW.values(), ids=FOR_REVIEW)
def test_doubtful_pairs_wait_for_a_person(a: Entry, b: Entry, words: str) -> None:
    comparison = _both_ways(a, b)
    assert comparison.outcome is V, comparison.sentence()
    assert words in _told(comparison)


@pytest.mark.parametrize(("a", "b", "words"), APART.values(), ids=APART)
def test_look_alikes_that_are_two_works_are_left_alone(a: Entry, b: Entry, words: str) -> None:
    comparison = _both_ways(a, b)
    assert comparison.outcome is D, comparison.sentence()
    assert words in _told(comparison)


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(ONE_WORK) + len(RELATED) + len(FOR_REVIEW) + len(APART) >= 80
