# ruff: noqa: E501 - tags stand as pages have them

from __future__ import annotations

import quopri
from html import escape

import pytest

from app.article import read_article
from app.readers import read_bytes

NOTES = [
    ("1", "Terence Armstrong, The Northern Sea Route (Cambridge: Cambridge University Press, 1952), 22."),
    ("2", "Ibid., 23. The harbour was closed that week."),
    ("3", "Pier Horensma, The Soviet Arctic (London: Routledge, 1991), 40–41; see also McCannon, Red Arctic, 12"),
    ("4", "On 12 June 1934 nobody sailed."),
    ("5", "Armstrong, Northern Sea Route, 47."),
]


def items(template: str) -> str:
    return "\n".join(template.format(n=label, text=escape(text, quote=False)) for label, text in NOTES)


def calls(template: str) -> str:
    prose = "The ice came early, and the clerks wrote that it had come late{}."
    return "".join(f"<p>{prose.format(template.format(n=label))}</p>" for label, _ in NOTES)


PAGES = {
    "Springer before 2018": "<h2>References</h2><ol class='BibliographyWrapper'>"
    + items(
        "<li class='Citation'><div class='CitationNumber'>{n}.</div><div class='CitationContent' id='CR{n}'>{text}"
        "<span class='Occurrences'><span class='Occurrence OccurrenceDOI'><a href='#'><span>CrossRef</span></a></span>"
        "<span class='Occurrence OccurrenceGS'><a href='#'><span>Google Scholar</span></a></span></span></div></li>"
    )
    + "</ol>",
    "Springer references": "<div data-container-section='references'><ul class='c-article-references'>"
    + items(
        "<li class='c-article-references__item js-c-reading-companion-references-item' data-counter='{n}.'>"
        "<p class='c-article-references__text' id='ref-CR{n}'>{text}</p><p class='c-article-references__links u-hide-print'>"
        "<a data-track='click' href='#'>Article</a>&nbsp;<a href='#'>Google Scholar</a>&nbsp;</p></li>"
    )
    + "</ul></div>",
    "Springer footnotes": calls("<sup><a href='#Fn{n}'>Footnote {n}</a></sup>")
    + "<h2>Notes</h2><ol class='c-article-footnote c-article-footnote--listed'>"
    + items(
        "<li class='c-article-footnote--listed__item' id='Fn{n}' data-counter='{n}.'>"
        "<div class='c-article-footnote--listed__content'><p>{text}</p></div></li>"
    )
    + "</ol>",
    "Cambridge references": "<h2>References</h2><div id='references-list'>"
    + items(
        "<div class='circle-list__item' id='ref{n}'><span class='circle-list__item__number'>{n}</span>"
        "<div class='circle-list__item__grouped'><div class='circle-list__item__grouped__content'>"
        "{text}<a class='button small' href='#'>Google Scholar</a></div></div></div>"
    )
    + "</div>",
    "Cambridge footnotes": calls(
        "<a class='xref fn' href='#fn{n}'><span class='show-for-sr'>Footnote </span><sup>{n}</sup></a>"
    )
    + "<div class='footnotes'><h2>Footnotes</h2>"
    + items("<div class='fn' id='fn{n}'><p class='p'><span class='label'><sup>{n}</sup></span> {text}</p></div>")
    + "</div>",
    "Oxford": calls("<sup><a class='link link-ref xref-fn' data-open='fn{n}'>{n}</a></sup>")
    + "<h2 class='backreferences-title'>Footnotes</h2>"
    + items(
        "<div content-id='fn{n}' class='footnote'><span class='fn'><div id='fn{n}' class='footnote-content'>"
        "<span class='fn-label'><sup>{n}</sup></span><p class='chapter-para'>{text}</p></div></span></div>"
    ),
    "Taylor and Francis": "<h2>Notes</h2><div class='summation-section'>"
    + items(
        "<div id='EN000{n}'><p><span class='note-number'>{n}.</span> {text} <a href='#'>[Google Scholar]</a></p></div>"
    )
    + "</div>",
    "Wiley": "<section class='article-section__notes'><h2>Notes</h2><ul>"
    + items(
        "<li id='hist123-note-000{n}'><span class='number'>{n}</span><div class='noteContent'><p>{text}</p></div></li>"
    )
    + "</ul></section>",
    "OpenEdition": calls("<a class='footnotecall' id='bodyftn{n}' href='#ftn{n}'>{n}</a>")
    + "<h2 class='section'><span class='text'>Notes</span></h2>"
    + items("<p class='notesbaspage'><a class='FootnoteSymbol' id='ftn{n}' href='#bodyftn{n}'>{n}</a> {text}</p>"),
    "Wikipedia": calls("<sup class='reference' id='cite_ref-{n}'><a href='#cite_note-{n}'>[{n}]</a></sup>")
    + "<h2>References</h2><ol class='references'>"
    + items(
        "<li id='cite_note-{n}'><span class='mw-cite-backlink'><b><a href='#cite_ref-{n}'>^</a></b></span> "
        "<span class='reference-text'>{text}</span></li>"
    )
    + "</ol>",
    "Word": calls("<a style='mso-footnote-id:ftn{n}' href='#_ftn{n}' name='_ftnref{n}'>[{n}]</a>")
    + "<div style='mso-element:footnote-list'><hr>"
    + items(
        "<div style='mso-element:footnote' id='ftn{n}'><p class='MsoFootnoteText'><a style='mso-footnote-id:ftn{n}' "
        "href='#_ftnref{n}' name='_ftn{n}' title=''><span class='MsoFootnoteReference'>[{n}]</span></a> {text}</p></div>"
    )
    + "</div>",
    "LibreOffice": calls("<a class='sdfootnoteanc' name='sdfootnote{n}anc' href='#sdfootnote{n}sym'><sup>{n}</sup></a>")
    + items(
        "<div id='sdfootnote{n}'><p class='sdfootnote'><a class='sdfootnotesym' name='sdfootnote{n}sym' "
        "href='#sdfootnote{n}anc'>{n}</a>{text}</p></div>"
    ),
    "Google Docs": calls("<sup><a href='#ftnt{n}' id='ftnt_ref{n}'>[{n}]</a></sup>")
    + "<hr>"
    + items("<div><p><a href='#ftnt_ref{n}' id='ftnt{n}'>[{n}]</a><span>&nbsp;{text}</span></p></div>"),
    "Sage and other JATS pages": calls("<a href='#fn{n}-0265691412448048'><sup>{n}</sup></a>")
    + "<div class='section fn-group'><h2>Notes</h2>"
    + items("<p id='fn{n}-0265691412448048'><a class='rev-xref' href='#xref-fn-{n}-1'>{n}.</a> {text}</p>")
    + "</div>",
    "pandoc": calls("<a href='#fn{n}' class='footnote-ref' id='fnref{n}' role='doc-noteref'><sup>{n}</sup></a>")
    + "<section id='footnotes' class='footnotes footnotes-end-of-document' role='doc-endnotes'><hr/><ol>"
    + items("<li id='fn{n}'><p>{text}<a href='#fnref{n}' class='footnote-back' role='doc-backlink'>↩︎</a></p></li>")
    + "</ol></section>",
    "TeX4ht": calls("<span class='footnote-mark'><a href='#fn{n}x0' id='fn{n}x0-bk'><sup>{n}</sup></a></span>")
    + "<div class='footnotes'>"
    + items(
        "<p class='noindent'><span class='footnote-mark'><a href='#fn{n}x0-bk' id='fn{n}x0'><sup>{n}</sup></a></span>"
        "<span>{text}</span></p>"
    )
    + "</div>",
    "a list of linked notes": calls("<sup><a href='#note-{n}'>{n}</a></sup>")
    + "<h3>Notes</h3><ol>"
    + items("<li id='note-{n}'>{text} <a href='#ref-{n}'>↑</a></li>")
    + "</ol>",
    "paragraphs that anchors open": calls("<a name='ref{n}'></a><a href='#n{n}'>{n}</a>")
    + "<h3>Notes</h3>"
    + items("<p><a name='n{n}' href='#ref{n}'>{n}</a>. {text}</p>"),
    "a plain list under a heading": "<h2>Notes</h2><ol>" + items("<li>{text}</li>") + "</ol>",
    "nothing but paragraphs": "<h2>Notes</h2>" + items("<p>{n}. {text}</p>"),
    "lines with breaks": "<p><b>NOTES</b></p><p>" + items("[{n}] {text}<br>") + "</p>",
    "JSTOR-like blocks": "<h2>[Footnotes]</h2>" + items("<div><span>{n}</span></div><div>{text}</div>"),
}


def whole_page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body><h1>The Ice</h1>{body}</body></html>".encode()


@pytest.mark.parametrize("kind", PAGES)
def test_every_kind_of_page_gives_the_same_notes(kind: str) -> None:
    article = read_article(read_bytes("page.html", whole_page(PAGES[kind])))
    assert [(note.label, note.text) for note in article.notes] == NOTES


def test_figures_that_are_called_like_notes_are_none() -> None:
    body = (
        "".join(f"<div id='f{n}'><p>Figure {n}. The harbour.</p></div>" for n in range(1, 9))
        + PAGES["nothing but paragraphs"]
    )
    article = read_article(read_bytes("page.html", whole_page(body)))
    assert [(note.label, note.text) for note in article.notes] == NOTES


def test_an_empty_note_is_kept_in_its_place() -> None:
    body = "<ol class='BibliographyWrapper'>" + "".join(
        f"<li class='Citation'><div class='CitationNumber'>{n}.</div><div class='CitationContent'>{t}</div></li>"
        for n, t in [("1", "Ibid., 5."), ("2", ""), ("2a", "Ibid., 6.")]
    )
    article = read_article(read_bytes("page.html", whole_page(body + "</ol>")))
    assert [(n.position, n.label, n.text) for n in article.notes] == [
        (1, "1", "Ibid., 5."),
        (2, "2", ""),
        (3, "2a", "Ibid., 6."),
    ]


def test_the_tags_of_a_page_give_the_article() -> None:
    head = (
        "<meta name='citation_title' content='The Ice &amp; the Flag'><meta name='citation_author' content='Ingrid M. Halvorsen'>"
        "<meta name='citation_author' content='van den Berg, Jan'><meta name='citation_journal_title' content='Polar Papers'>"
        "<meta name='citation_volume' content='6'><meta name='citation_issue' content='2'>"
        "<meta name='citation_firstpage' content='141'><meta name='citation_lastpage' content='163'>"
        "<meta name='citation_publication_date' content='2012/05'><meta name='citation_doi' content='doi:10.1234/pp.6.2'>"
    )
    entry = read_article(read_bytes("page.html", whole_page(PAGES["pandoc"], head))).entry
    assert entry is not None
    assert entry.entrytype == "article"
    assert dict(entry.fields) == {
        "author": "Halvorsen, Ingrid M. and van den Berg, Jan",
        "title": "The Ice & the Flag",
        "journaltitle": "Polar Papers",
        "volume": "6",
        "number": "2",
        "date": "2012-05",
        "pages": "141--163",
        "doi": "10.1234/pp.6.2",
    }


def test_dublin_core_serves_where_there_are_no_citation_tags() -> None:
    head = (
        "<meta name='DC.Title' content='The Ice'><meta name='DC.Creator' content='Roe, Jane'><meta name='DC.Date' content='1999-03-04'>"
        "<meta name='DC.Identifier' content='issn-1234'><meta name='DC.Identifier' content='10.1234/ice.1'>"
    )
    entry = read_article(read_bytes("page.html", whole_page(PAGES["pandoc"], head))).entry
    assert entry is not None
    assert dict(entry.fields) == {
        "author": "Roe, Jane",
        "title": "The Ice",
        "date": "1999-03-04",
        "doi": "10.1234/ice.1",
    }


def test_linked_data_names_the_article() -> None:
    head = """<script type="application/ld+json">{"@context": "https://schema.org", "mainEntity": {"@type": "ScholarlyArticle",
    "headline": "The Ice", "author": [{"@type": "Person", "name": "Jane Roe"}], "datePublished": "2010-12-01", "pageStart": "3",
    "pageEnd": "9", "isPartOf": {"@type": ["PublicationIssue", "PublicationVolume"], "volumeNumber": "8", "issueNumber": "4",
    "isPartOf": {"@type": "Periodical", "name": "Polar Papers"}}, "sameAs": "https://doi.org/10.1234/ice.1"}}</script>"""
    entry = read_article(read_bytes("page.html", whole_page(PAGES["pandoc"], head))).entry
    assert entry is not None
    assert entry.entrytype == "article"
    wanted = {"author": "Roe, Jane", "title": "The Ice", "journaltitle": "Polar Papers", "volume": "8", "number": "4"}
    assert dict(entry.fields) == wanted | {"date": "2010-12", "pages": "3--9", "doi": "10.1234/ice.1"}


def test_a_shared_page_without_citation_tags_is_online() -> None:
    head = (
        "<meta property='og:type' content='article'><meta property='og:title' content='The Ice | Polar Blog'>"
        "<meta property='og:site_name' content='Polar Blog'><meta name='author' content='Jane Roe'>"
        "<meta property='article:published_time' content='2015-03-09T10:00:00+00:00'>"
    )
    entry = read_article(read_bytes("page.html", whole_page(PAGES["pandoc"], head))).entry
    assert entry is not None
    assert entry.entrytype == "online"
    assert dict(entry.fields) == {
        "author": "Roe, Jane",
        "title": "The Ice",
        "organization": "Polar Blog",
        "date": "2015-03-09",
    }


def test_menus_above_the_title_are_not_the_article() -> None:
    body = (
        "<div><a>About Us</a><br><a>Contact Us</a></div><h1>The Ice and the Clerk</h1><p>Jane Roe</p><p>It came.</p>"
        + PAGES["pandoc"]
    )
    entry = read_article(read_bytes("page.html", f"<html><body>{body}</body></html>".encode())).entry
    assert entry is not None
    assert (entry.get("title"), entry.get("author")) == ("The Ice and the Clerk", "Roe, Jane")


def test_the_page_shows_what_its_tags_leave_out() -> None:
    head = "<meta name='citation_title' content='The Ice'><meta name='citation_journal_title' content='Polar Papers'>"
    body = (
        "<p>Jane Roe</p><p>Polar Papers, Volume 3, Issue 1, 1999, Pages 1–20, https://doi.org/10.1234/pp.1</p>"
        + PAGES["pandoc"]
    )
    entry = read_article(read_bytes("page.html", whole_page(body, head))).entry
    assert entry is not None
    wanted = {"author": "Roe, Jane", "title": "The Ice", "journaltitle": "Polar Papers", "volume": "3", "number": "1"}
    assert dict(entry.fields) == wanted | {"date": "1999", "pages": "1--20", "doi": "10.1234/pp.1"}


def test_broken_linked_data_is_passed_over() -> None:
    head = "<script type='application/ld+json'>{not json</script>"
    assert read_article(read_bytes("page.html", whole_page(PAGES["pandoc"], head))).notes


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_the_declared_encoding_of_a_page_is_obeyed(encoding: str) -> None:
    text = f"<html><head><meta charset='{encoding}'></head><body><h2>Notes</h2><ol><li>Åtland, ‘Murmansk’, 5.</li><li>Ibid.</li></ol>"
    content = text.replace("‘", "'").replace("’", "'").encode(encoding)
    notes = read_article(read_bytes("page.html", content)).notes
    assert notes[0].text == "Åtland, 'Murmansk', 5."


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_saved_as_one_file_is_read(end: str) -> None:
    page = whole_page(PAGES["pandoc"]).decode()
    quoted = quopri.encodestring(page.encode()).decode()
    head = [
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://example.org/ice",
        "Subject: The Ice",
        "MIME-Version: 1.0",
    ]
    head += ["Content-Type: multipart/related;", '\ttype="text/html";', '\tboundary="----B"', "", ""]
    parts = [
        "------B",
        "Content-Type: text/html",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        quoted.replace("\n", end),
        "------B",
    ]
    parts += ["Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", "------B--", ""]
    article = read_article(read_bytes("page.mhtml", end.join([*head, *parts]).encode()))
    assert [(note.label, note.text) for note in article.notes] == NOTES


def test_a_thousand_nested_elements_are_no_matter() -> None:
    deep = "<div>" * 1000 + "deep" + "</div>" * 1000
    article = read_article(read_bytes("page.html", whole_page(deep + PAGES["pandoc"])))
    assert len(article.notes) == len(NOTES)


def test_a_main_part_that_holds_next_to_nothing_is_not_the_article() -> None:
    body = "<main>Skip to the article</main>" + PAGES["a plain list under a heading"]
    page = read_bytes("page.html", whole_page(body))
    assert "The Ice" in page.text


@pytest.mark.parametrize(
    "declared",
    [
        "<?xml version='1.0' encoding='iso-8859-2'?><html><head></head>",
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'></head>",
    ],
)
def test_a_page_is_read_in_the_encoding_it_names(declared: str) -> None:
    content = f"{declared}<body><p>{'Łódź i Gdańsk, żegluga. ' * 20}</p></body></html>".encode("iso-8859-2")
    assert "Łódź i Gdańsk, żegluga." in read_bytes("page.html", content).text
