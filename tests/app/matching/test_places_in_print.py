"""Pairs that agree or differ in journal, volume, number, pages, date and DOI."""

from __future__ import annotations

import pytest

from app.entry import Entry
from tests.app.matching.entries import CABLE, article, chapter, check_apart, check_doubtful, check_one_work, typed

ONE_WORK = {
    "a file's name for the title": (
        article("", "Ito 1990 - Queues at locks in dry summers.pdf", "Dock", "1990", "", "9--12"),
        article("Ito, Ken", "Queues at locks in dry summers", "Dock", "1990", "3", "9--12"),
        "same pages",
    ),
    "a journal that has but one count": (
        article("Ito, K.", "Rethinking locks", "Dock", "2000", "", "9--12", number="3"),
        article("Ito, K.", "Rethinking <i>locks</i>", "Dock", "2000", "3", "9"),
        "same volume",
    ),
    "the article under a notice that it was withdrawn": (
        article("Ito, K.", "RETRACTED: Queues at locks in dry summers", "Dock", "1998", "3", "9--12", doi="10.5555/q"),
        article("Ito, K.", "Queues at locks in dry summers", "Dock", "1998", "3", "9--12", doi="10.5555/q"),
        "same DOI",
    ),
    "a century in figures": (
        article("Ito, K.", "Political ideas of pilots in the twentieth century", "Dock", "1950", "3", "9--12"),
        article("Ito, K.", "Political Ideas of Pilots in the 20th Century", "Dock", "1950", "3", "9"),
        "same first page",
    ),
    "the number of a paper among a meeting's before its title": (
        article("Ito, K.", "O305 Queues at locks in unusually dry summers", "Dock", "1990", "3", "S12"),
        article("Ito, K.", "Queues at locks in unusually dry summers", "Dock", "1990", "3", "S12"),
        "title differs in spelling",
    ),
    "ahead of print, a year before": (
        article("Ito, K.", "Queues at locks and tolls under three kings in unusually dry summers", "Dock", "1989"),
        article(
            "Ito, K.",
            "Queues at locks and tolls under three kings in unusually dry summers",
            "Dock",
            "1990",
            "3",
            "9--12",
        ),
        "year 1 apart",
    ),
    "a supplement's DOI and the article's": (
        article("Ito, K.", "Queues at locks in dry summers", "Dock", "1990", "3", doi="10.5555/dock.suppl_3"),
        article("Ito, K.", "Queues at locks in dry summers", "Dock", "1990", "3", "9--12", doi="10.5555/dock.1990.9"),
        "same volume",
    ),
    "a title that a database has translated, in brackets": (
        article("Ito, K.", "Zur Frage der Schleusen", "Dock", "1990", "3", "9--12", number="2"),
        article("Ito, K.", "[On the question of locks].", "Dock", "1990", "3", "9-12", number="2"),
        "same pages",
    ),
    "an article of few words in one number, once without pages": (
        article("Ito, K.", "The lock and the quay", "Dock", "1990", "3", number="2"),
        article("Ito, Ken", "The lock and the quay", "Dock", "1990", "3", number="2"),
        "same number",
    ),
    "copied twice": (CABLE, CABLE, "same pages"),
    "first page only": (CABLE, CABLE.with_fields(pages="201"), "same first page"),
    "shortened last page": (CABLE, CABLE.with_fields(pages="201-29"), "same pages"),
    "pp. before the pages": (CABLE, CABLE.with_fields(pages="pp. 201–229"), "same pages"),
    "abbreviated journal": (CABLE, CABLE.with_fields(journaltitle="J. Signal Hist."), "journal written differently"),
    "journal left out": (CABLE, CABLE.with_fields(journaltitle=""), "same pages"),
    "volume in Roman numerals": (CABLE, CABLE.with_fields(volume="XIV"), "volume"),
    "issue behind the volume": (CABLE, CABLE.with_fields(volume="14(3)"), "volume"),
    "year printed late": (CABLE, CABLE.with_fields(date="1988"), "year 1 apart"),
    "same DOI, one by its resolver": (
        CABLE.with_fields(doi="10.5555/JSH.1987.14"),
        CABLE.with_fields(doi="https://doi.org/10.5555/jsh.1987.14", volume="", pages=""),
        "same DOI",
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
    "one date online and one in print": (
        CABLE.with_fields(date="1987-02-03"),
        CABLE.with_fields(date="1987-03-15"),
        "same year",
    ),
    "journal by its letters": (
        CABLE.with_fields(pages=""),
        CABLE.with_fields(journaltitle="JSH", pages=""),
        "journal written differently",
    ),
    "meeting by its letters": (
        chapter("Ito, K.", "Locks and their queues in summer", "Proc. 9th Conference on Port Engineering", "1994"),
        chapter("Ito, K.", "Locks and their queues in summer", "CPE-94", "1994"),
        "book written differently",
    ),
    "journal with a stroke in its name": (
        article("Ito, K.", "Locks and their queues in dry summers", "Rivers/Canals Research and Reviews", "1994", "3"),
        article("Ito, K.", "Locks and their queues in dry summers", "Riv. Can. Res. Rev.", "1994", "3"),
        "journal written differently",
    ),
    "volume, number and pages in one field": (CABLE, CABLE.with_fields(volume="14(3):201-229", pages=""), "same pages"),
    "year, volume and pages in one field": (
        CABLE,
        CABLE.with_fields(date="", volume="1987;14:201-29", pages=""),
        "same pages",
    ),
    "the year in the volume's place": (CABLE, CABLE.with_fields(date="", volume="(1987)."), "same year"),
    "the year behind the journal's name": (
        CABLE,
        CABLE.with_fields(date="", journaltitle="Journal of Signal History, 1987"),
        "same year",
    ),
    "a journal misnamed, in the same number of the same volume": (
        article("Ito, K.", "Locks and their queues in dry summers", "Dock", "1994", "3", number="2"),
        article("Ito, K.", "Locks and their queues in dry summers", "Coastal Engineering", "1994", "3", number="2"),
        "different journals",
    ),
    "a page misprinted, in the same number of the same volume": (
        article("Ito, K.", "Locks and their queues in dry summers", "Dock", "1994", "3", "44--51", number="2"),
        article("Ito, K.", "Locks and their queues in dry summers", "Dock", "1994", "3", "144--151", number="2"),
        "different pages",
    ),
    "the same pages without a volume, a year apart": (
        article("Ito, K.", "Locks and their queues in dry summers", "Dock", "1994", "", "44--51"),
        article("Ito, K.", "Locks and their queues in dry summers", "Dock", "1995", "", "44--51"),
        "year 1 apart",
    ),
    "a day that may have been the pages 8-21 or 21-28": (
        article("Ito, K.", "Locks and their queues in dry summers", "Dock", "1994", "3", "21--28", number="2"),
        article("Ito, K.", "Locks and their queues in dry summers", "Dock", "1994", "3", "21-Aug", number="2"),
        "same number",
    ),
}

FOR_REVIEW = {
    "two papers of an archive under one heading": (
        typed("unpublished", author="Dock Office", title="Minutes of the eastern pier", date="1919", note="DO 37/1"),
        typed("unpublished", author="Dock Office", title="Minutes of the eastern pier", date="1919", note="DO 37/2"),
        "same title",
    ),
    "same title, another journal": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990"),
        article("Reyes, T.", "Revenue of the coastal states", "Coast", "1990"),
        "different journals",
    ),
    "pages that differ in one volume": (CABLE, CABLE.with_fields(pages="230--251"), "different pages"),
    "one DOI for two titles": (
        typed("misc", author="Reyes, T.", title="Revenue of the coastal states", date="1990", doi="10.5555/1"),
        typed("misc", author="Lund, E.", title="Pilots and their wages", date="1994", doi="10.5555/1"),
        "same DOI",
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
    "two titles on the same pages": (
        article("Lund, E.", "Pilots and their wages", "Dock", "1990", "3", "1--20"),
        article("Lund, E.", "Lotsen und ihr Lohn", "Dock", "1990", "3", "1--20"),
        "same pages",
    ),
    "two DOIs in one number": (
        article("Ito, K.", "Locks and their queues", "Dock", "1994", "3", "44", number="2", doi="10.5555/d.44"),
        article("Ito, K.", "Locks and their queues", "Dock", "1994", "3", "61", number="2", doi="10.5555/d.61"),
        "different DOIs",
    ),
    "a report on a project and the project's own paper": (
        article(
            "Lund, E. and Ito, K.",
            "Report on the project “Voices of the northern coast”",
            "Papers",
            "1998",
            "3",
            "9--17",
        ),
        article("Kern, U. and Ito, K.", "Voices of the northern coast", "Papers", "1998", "3", "9--16"),
        "one title is longer",
    ),
}

APART = {
    "supplement with one DOI": (
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990", "3", "S12", doi="10.5555/suppl"),
        article("Lund, E.", "Pilots and their wages", "Dock", "1990", "3", "S45", doi="10.5555/suppl"),
        "different titles",
    ),
    "one journal's name at the end of another's": (
        article("", "Report of the council for the year", "Science", "1994", "3", "44"),
        article("", "Report of the council for the year", "Harbour Science", "1995", "9", "61"),
        "different journals",
    ),
}


@pytest.mark.parametrize(("a", "b", "words"), ONE_WORK.values(), ids=ONE_WORK)
def test_places_in_print_that_are_one_work_are_found_to_be_so(a: Entry, b: Entry, words: str) -> None:
    check_one_work(a, b, words)


@pytest.mark.parametrize(("a", "b", "words"), FOR_REVIEW.values(), ids=FOR_REVIEW)
def test_places_in_print_in_doubt_wait_for_a_person(a: Entry, b: Entry, words: str) -> None:
    check_doubtful(a, b, words)


@pytest.mark.parametrize(("a", "b", "words"), APART.values(), ids=APART)
def test_places_in_print_that_are_two_works_are_left_alone(a: Entry, b: Entry, words: str) -> None:
    check_apart(a, b, words)
