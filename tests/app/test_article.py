# ruff: noqa: E501 - heads stand as they are copied
from __future__ import annotations

import pytest

from app.article import read_article
from app.article.byline import read_byline
from app.article.head import read_head
from app.article.imprint import read_date, read_doi, read_imprint
from app.entry import Entry
from app.page import Page

HEADS = {
    "journal, imprint, title, author": (
        "Polar Papers\nVolume 25, Number 1, 1998, pp. 71–84\n\nThe Ice and the Clerk\n\nJ. Roe\n\nDOI 10.1234/pp.00080\n",
        {"author": "Roe, J.", "title": "The Ice and the Clerk", "journaltitle": "Polar Papers", "volume": "25", "number": "1", "date": "1998", "pages": "71--84", "doi": "10.1234/pp.00080"},
    ),
    "Springer": (
        "Polar Papers\n\n, Volume 8, Issue\xa04, pp 362–384 | Cite as\n\nThe ice at the dawn of a century\n\n  • W.\xa0Jane\xa0RoeEmail author\n\n\n" + "The ice came early and the clerks wrote that it had come late. " * 8 + "\n\n",
        {"author": "Roe, W. Jane", "title": "The ice at the dawn of a century", "journaltitle": "Polar Papers", "volume": "8", "number": "4", "pages": "362--384"},
    ),
    "Springer today": (
        "Skip to main content\nHome  Polar Papers  Article\nThe ice at the dawn of a century\nArticle\nPublished: 01 December 2010\nVolume 8, pages 362–384, (2010)\nCite this article\n\nJane Roe1 & John Doe2 \n\n340 Accesses\n\nAbstract\n\n" + "The ice came early. " * 20,
        {"author": "Roe, Jane and Doe, John", "title": "The ice at the dawn of a century", "volume": "8", "date": "2010", "pages": "362--384"},
    ),
    "Cambridge": (
        "The Ice and the Clerk: Letters from the Harbour\n\nPublished online by Cambridge University Press:  08 April 2011\n\nJane Roe\n\nArticle contents\nAbstract\nReferences\n\nCopyright\nCopyright © Polar Society 2002\n",
        {"author": "Roe, Jane", "title": "The Ice and the Clerk: Letters from the Harbour", "date": "2002"},
    ),
    "Oxford": (
        "The Ice and the Clerk \nJane Roe, John Doe\nThe Polar Review, Volume CXX, Issue 486, April 2005, Pages 300–330, https://doi.org/10.1093/pr/cei100\nPublished: 01 April 2005\n",
        {"author": "Roe, Jane and Doe, John", "title": "The Ice and the Clerk", "journaltitle": "The Polar Review", "volume": "CXX", "number": "486", "date": "2005-04", "pages": "300--330", "doi": "10.1093/pr/cei100"},
    ),
    "JSTOR": (
        "The Ice and the Clerk\nAuthor(s): Jane Roe\nSource: Polar Papers, No. 150 (Feb., 1996), pp. 3-45\nPublished by: Polar Press\nStable URL: https://www.jstor.org/stable/1234\nAccessed: 03-05-2020 10:11 UTC\n",
        {"author": "Roe, Jane", "title": "The Ice and the Clerk", "journaltitle": "Polar Papers", "number": "150", "date": "1996-02", "pages": "3--45"},
    ),
    "Taylor and Francis": (
        "Polar Papers\nVol. 8, No. 4, December 2010, 362–384\n\nThe Ice and the Clerk\n\nJane Roe*\n\nPolar Institute, University of the North\n\n(Received 3 May 2010)\n",
        {"author": "Roe, Jane", "title": "The Ice and the Clerk", "journaltitle": "Polar Papers", "volume": "8", "number": "4", "date": "2010-12", "pages": "362--384"},
    ),
    "a compact imprint": (
        "Jane Roe\n\nThe Ice and the Clerk\n\nThe Polar Journal, 39, 4 (1996), pp. 935-958\n",
        {"author": "Roe, Jane", "title": "The Ice and the Clerk", "journaltitle": "The Polar Journal", "volume": "39", "number": "4", "date": "1996", "pages": "935--958"},
    ),
    "German": (
        "Polarwissenschaft 10/2013, S. 343–347\nEis     Verwaltung\n\nDas Eis und der Schreiber:\nBriefe aus dem Hafen\nVon Jana Roth\n",
        {"author": "Roth, Jana", "title": "Das Eis und der Schreiber: Briefe aus dem Hafen", "journaltitle": "Polarwissenschaft", "number": "10", "date": "2013", "pages": "343--347"},
    ),
    "French": (
        "Annales du froid, 62e année, n° 3, 2007, p. 123-150\n\nLa glace et le commis\n\npar Jeanne Roy\n",
        {"author": "Roy, Jeanne", "title": "La glace et le commis", "journaltitle": "Annales du froid", "volume": "62", "number": "3", "date": "2007", "pages": "123--150"},
    ),
    "Spanish": (
        "Revista Polar, vol. XII, núm. 2 (2011), pp. 15-40\n\nEl hielo y el escribano\n\nJuana Rojas\n",
        {"author": "Rojas, Juana", "title": "El hielo y el escribano", "journaltitle": "Revista Polar", "volume": "XII", "number": "2", "date": "2011", "pages": "15--40"},
    ),
    "Cambridge with its imprint": (
        "The Ice and the Clerk: Some Reflections\nPublished online by Cambridge University Press:  28 July 2009\n\nAndrew F. Roe\nShow author details\n\nArticle contents\nExtract\nReferences\n\nGet access\nRights & Permissions[Opens in a new window]\nExtract\nAn abstract is not available.\nType\nResearch Article\nInformation\nPolar History , Volume 71 , Issue 3 , September 2002 , pp. 1 - 20\nDOI: https://doi.org/10.1017/S0009640700095718[Opens in a new window]\nCopyright\nCopyright © Polar Society 2002\n",
        {"author": "Roe, Andrew F.", "title": "The Ice and the Clerk: Some Reflections", "journaltitle": "Polar History", "volume": "71", "number": "3", "date": "2002-09", "pages": "1--20", "doi": "10.1017/S0009640700095718"},
    ),
    "Taylor and Francis today": (
        "Journal of Polar Studies\nVolume 8, 2010 - Issue 4\nSubmit an article\nJournal homepage\n\nArticles\n\nThe ice at the dawn of a century\n\nW. Jane Roe\nPages 362-384 | Published online: 23 Nov 2010\nDownload citation https://doi.org/10.1080/14794012.2010.522355\n",
        {"author": "Roe, W. Jane", "title": "The ice at the dawn of a century", "journaltitle": "Journal of Polar Studies", "volume": "8", "number": "4", "date": "2010", "pages": "362--384", "doi": "10.1080/14794012.2010.522355"},
    ),
    "Project MUSE": (
        "The Ice and the Clerk\nJane Roe\nJournal of Cold History\nPolar University Press\nVolume 36, Number 4, Summer 2003\npp. 911-935\n10.1353/jsh.2003.0091\nArticle\n",
        {"author": "Roe, Jane", "title": "The Ice and the Clerk", "journaltitle": "Journal of Cold History", "volume": "36", "number": "4", "date": "2003", "pages": "911--935", "doi": "10.1353/jsh.2003.0091"},
    ),
    "Persée": (
        "Roy Jeanne. La glace et le commis. In: Annales du froid. 62e année, N. 3, 2007. pp. 123-150.\n\ndoi : https://doi.org/10.3406/af.2007.2781\n",
        {"author": "Roy, Jeanne", "title": "La glace et le commis", "journaltitle": "Annales du froid", "volume": "62", "number": "3", "date": "2007", "pages": "123--150", "doi": "10.3406/af.2007.2781"},
    ),
    "a law review's own citation": (
        "HARBORS WITHOUT LAW\n\nMargaret L. Penhallow\n\n14 Atl. Rev. Prop. L. 201 (2011)\n",
        {"author": "Penhallow, Margaret L.", "title": "HARBORS WITHOUT LAW", "journaltitle": "Atl. Rev. Prop. L.", "volume": "14", "date": "2011", "pages": "201"},
    ),
    "a title on two lines": (
        "Polar Papers 12 (1999), 3–30\n\nThe Ice and the Clerk: Letters from\nthe Harbour, 1900–1914\n\nJane Roe\n",
        {"author": "Roe, Jane", "title": "The Ice and the Clerk: Letters from the Harbour, 1900–1914", "journaltitle": "Polar Papers", "volume": "12", "date": "1999", "pages": "3--30"},
    ),
    "Sage": (
        "Research Article\nIce, clerks, and the making of Arctic knowledge\nJane Roe\nUniversity of the North, Tromsø, Norway\njane.roe@north.example\n\nHistory of Ice\n2015, Vol. 53(2) 123–145\n© The Author(s) 2015\nDOI: 10.1177/0073275315580955\n",
        {"author": "Roe, Jane", "title": "Ice, clerks, and the making of Arctic knowledge", "journaltitle": "History of Ice", "volume": "53", "number": "2", "date": "2015", "pages": "123--145", "doi": "10.1177/0073275315580955"},
    ),
    "volume before the issue": (
        "Polar Review 67, no. 3 (Fall 2008)\n\nJane Roe\n\nIce and Empire: The Clerks of Arkhangelsk\n",
        {"author": "Roe, Jane", "title": "Ice and Empire: The Clerks of Arkhangelsk", "journaltitle": "Polar Review", "volume": "67", "number": "3", "date": "2008"},
    ),
    "copyright in the imprint": (
        "Polar History, Vol. 24, No. 4 (Fall 2000). © 2000 The Society for Polar Relations. Published by Cold Publishers\n\nJane Roe\n\nIce and Empire*\n",
        {"author": "Roe, Jane", "title": "Ice and Empire", "journaltitle": "Polar History", "volume": "24", "number": "4", "date": "2000"},
    ),
    "a German online issue": (
        "Jana Roth\n\nDas Eis und der Schreiber\n\nIn: Polarhistorische Forschungen, Online-Ausgabe, 7 (2010), H. 2\n",
        {"author": "Roth, Jana", "title": "Das Eis und der Schreiber", "journaltitle": "Polarhistorische Forschungen, Online-Ausgabe", "volume": "7", "number": "2", "date": "2010"},
    ),
    "OpenEdition's volume and year": (
        "Cahiers du froid\n53/1 | 2012\nLa glace et le commis\nJEANNE ROY\np. 111-140\n",
        {"author": "Roy, Jeanne", "title": "La glace et le commis", "journaltitle": "Cahiers du froid", "volume": "53", "number": "1", "date": "2012", "pages": "111--140"},
    ),
    "OSCOLA": (
        "The Opaque Bottle\n\nFergus Dalgleish\n\n(2016) 12 Paisley Law Journal 33\n",
        {"author": "Dalgleish, Fergus", "title": "The Opaque Bottle", "journaltitle": "Paisley Law Journal", "volume": "12", "date": "2016", "pages": "33"},
    ),
    "OpenEdition": (
        "La glace et le commis\nJeanne Roy\np. 123-150\nhttps://doi.org/10.4000/froid.123\nRésumé\n",
        {"author": "Roy, Jeanne", "title": "La glace et le commis", "pages": "123--150", "doi": "10.4000/froid.123"},
    ),
    "Polar with ISSN": (
        "POLAR PAPERS\nVol. 25, No. 1, March 1998\nISSN: 0263-323X, pp. 71-84\n\nThe Ice and the Clerk\n\nJ. Roe*\n",
        {"author": "Roe, J.", "title": "The Ice and the Clerk", "journaltitle": "POLAR PAPERS", "volume": "25", "number": "1", "date": "1998-03", "pages": "71--84"},
    ),
    "capitals": (
        "POLAR PAPERS, Vol. 3, No. 1 (1999)\n\nThe Ice and the Clerk\n\nJANE ROE AND JOHN VAN DER DOE\n",
        {"author": "Roe, Jane and van der Doe, John", "title": "The Ice and the Clerk", "journaltitle": "POLAR PAPERS", "volume": "3", "number": "1", "date": "1999"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", HEADS)
def test_the_head_of_a_page_gives_the_article(kind: str) -> None:
    text, fields = HEADS[kind]
    entry = read_head(text)
    assert entry is not None
    assert entry.entrytype == "article"
    assert dict(entry.fields) == fields


def test_a_web_page_with_an_author_and_no_date_is_online() -> None:
    entry = read_head(
        "Polar Archive of Sound\n\n“The Ice”: Voices of the Harbour\n\nJane Roe\nFellow of the Archive (2021)\n"
    )
    assert entry == Entry(
        "online",
        {"author": "Roe, Jane", "title": "“The Ice”: Voices of the Harbour", "organization": "Polar Archive of Sound"},
    )


def test_a_chapter_named_after_the_word_notes_is_a_book() -> None:
    assert read_head("Notes The Harbour ") == Entry("book", {"title": "The Harbour"})


@pytest.mark.parametrize("head", ["", "\n\n", "Abstract\n\nKeywords\n", "12345\n"])
def test_nothing_is_invented(head: str) -> None:
    assert read_head(head) is None


def test_the_copyright_after_the_notes_dates_the_article() -> None:
    entry = read_head(
        "The Ice and the Clerk\n\n  • Jane Roe\n", "\nCopyright information\n\n©\xa0Polar Society\xa02010\n"
    )
    assert entry is not None
    assert entry.get("date") == "2010"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("W. Alejandro RoeEmail author", "Roe, W. Alejandro"),
        ("By Jane Roe", "Roe, Jane"),
        ("Von Jana Roth und Jörg Müller-Lüdenscheidt", "Roth, Jana and Müller-Lüdenscheidt, Jörg"),
        ("Jane Roe, John Doe and Ann O’Neill", "Roe, Jane and Doe, John and O’Neill, Ann"),
        ("Jane Roe1, John Doe2*", "Roe, Jane and Doe, John"),
        ("Jan van der Berg", "van der Berg, Jan"),
        ("Dr. Jane Roe, PhD", "Roe, Jane"),
        ("Roe, J.", "Roe, J."),
        ("Jane Roe View author publications", "Roe, Jane"),
        ("The Ice and the Clerk", ""),
        ("University of the North", ""),
        ("Polar Papers", ""),
        ("What is Ice?", ""),
        ("Introduction", ""),
        ("Ice, Snow, and the Harbour Clerks of 1934", ""),
    ],
)
def test_a_byline_gives_the_names_in_it(line: str, people: str) -> None:
    assert read_byline(line) == people


@pytest.mark.parametrize(
    ("line", "doi"),
    [
        ("https://doi.org/10.1093/pr/cei100.", "10.1093/pr/cei100"),
        ("DOI: 10.1016/S0140-6736(05)67889-1)", "10.1016/S0140-6736(05)67889-1"),
        ("no number here", ""),
    ],
)
def test_a_doi_is_found_in_the_line_it_stands_in(line: str, doi: str) -> None:
    assert read_doi(line) == doi


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("April 2005", "2005-04"),
        ("Published: 12 May 2019", "2019-05"),
        ("(1998)", "1998"),
        ("Spring 1998", "1998"),
        ("12345", ""),
        ("", ""),
    ],
)
def test_a_printed_date_is_read_to_the_month(line: str, date: str) -> None:
    assert read_date(line) == date


def test_prose_is_no_imprint() -> None:
    assert read_imprint("The ice came early in 1934, and the clerks wrote that it had come late.") == {}


def test_the_first_sentence_of_a_page_without_a_head_is_no_title() -> None:
    body = "The mills of the north were many and the millers wrote of them often."
    text = "{}\n\nNotes\n1. John Roe, The Mill (London, 1990), 3.\n2. Ibid., 5.\n"
    assert read_article(Page(text.format(body))).entry is None
    titled = read_article(Page(text.format("The Mills of the North and the Men Who Wrote of Them\n\n" + body))).entry
    assert titled is not None
    assert titled.get("title") == "The Mills of the North and the Men Who Wrote of Them"


SHEET = (
    "THOMAS R. HULL\n\nThe Long Way to Marl: Salt, Bread, and the\nPrice of a Harbour, 1961–1963\n\n"
    + "In the late evening the delegations asked for salt. It had taken five years to get there.1\n" * 8
    + "\n1. Ann Roe, A Thousand Boats (Boston, 1965), 489.\n2. John Doe, Danger at Sea (New York, 1988), 358.\n\n"
    "Polar History, Vol. 34, No. 3 (June 2010). © 2010 The Society for Historians of Ice\n(SHI). Published by Floe, Malden, MA, USA.\n\n"
    "3. Ibid., 12.\n4. Doe, Danger at Sea, 5.\n"
)


def test_the_imprint_at_the_foot_of_the_first_sheet_belongs_to_the_article_and_to_no_note():
    article = read_article(Page(SHEET))
    assert article.entry is not None
    assert dict(article.entry.fields) == {
        "author": "Hull, Thomas R.",
        "title": "The Long Way to Marl: Salt, Bread, and the Price of a Harbour, 1961–1963",
        "journaltitle": "Polar History",
        "volume": "34",
        "number": "3",
        "date": "2010-06",
    }
    assert article.entry.entrytype == "article"
    assert article.notes[1].text == "John Doe, Danger at Sea (New York, 1988), 358."


def test_the_number_since_the_first_volume_is_no_part_of_a_journals_name():
    found = read_imprint("QUADERNI POLARI 155 / a. LII, n. 2, agosto 2017")
    assert (found["journaltitle"], found["volume"], found["number"]) == ("QUADERNI POLARI", "LII", "2")
