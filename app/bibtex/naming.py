"""A field's name in, how its value is to be read out: people, address, keys, pages or running text."""

from __future__ import annotations

# Never TeX: addresses, identifiers, file names, keys and dates (biblatex manual 2.2.1: verbatim, URI, key, date fields).
VERBATIM = frozenset(
    """url urlraw doi file pdf ps eprint eprinttype eprintclass archiveprefix primaryclass verba verbb verbc ids crossref
    xref xdata entryset related groups owner timestamp creationdate modificationdate date-added date-modified bdsk-file-1
    bdsk-url-1 bdsk-url-2 bdsk-url-3 local-url isbn issn isrn eid lccn pmid pmcid mrnumber zblnumber gender langid
    hyphenation entrysubtype biblatextype citekey sha1 ads_url adsurl biburl bibsource""".split()
)
DATES = frozenset({"date", "origdate", "urldate", "eventdate"})
PEOPLE = frozenset(
    """author editor translator bookauthor editora editorb editorc annotator commentator introduction foreword afterword
    holder shortauthor shorteditor namea nameb namec sortname""".split()
)
PAGES = frozenset({"pages", "bookpages"})
PARAGRAPHS = frozenset({"abstract", "annotation", "annote", "review", "comment"})
ADDRESSES = frozenset({"url", "urlraw", "doi", "eprint"})
TITLES = frozenset({"title", "subtitle", "booktitle", "booksubtitle", "maintitle", "mainsubtitle"})

# The order in which a new entry's fields are written; the rest follow in theirs.
ORDER = {
    name: place
    for place, name in enumerate(
        """ids author bookauthor editor editora editoratype editorb editorbtype translator title subtitle titleaddon
        maintitle booktitle booksubtitle journal journaltitle journalsubtitle shortjournal eventtitle venue eventdate
        series edition version type howpublished organization institution school publisher address location date year
        month origdate volume volumes part number issue chapter pages pagetotal isbn issn doi eprint archiveprefix
        eprinttype primaryclass eprintclass url urldate entrysubtype language langid crossref xdata xref note addendum
        pubstate keywords abstract annotation annote file""".split()
    )
}
