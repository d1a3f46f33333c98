"""Entries of a small library: an article and a book that are there twice, a headline on two days, a book by itself."""

from app.entry import Entry

ARTICLE = {
    "author": "Roldán, Lea María",
    "title": "Footnotes in Exile: Historians on the Move",
    "journaltitle": "Iberian Historical Review",
    "volume": "12",
    "number": "3",
    "pages": "201--233",
    "date": "1994-03",
}
SHORTER = {**ARTICLE, "author": "Roldan, L.", "title": "Footnotes in exile: historians on the move", "date": "1994"}
BOOK = {"author": "Whitcombe, Ada", "title": "Annals of the Northern Ports", "publisher": "Heron", "date": "1961"}
WIRE = {"title": "Minister Opens New Harbour", "journaltitle": "NORTHWIRE", "entrysubtype": "newspaper"}
ENTRIES = (
    Entry("article", ARTICLE, "roldan1994"),
    Entry("article", SHORTER, "roldan1994x"),
    Entry("book", BOOK, "whitcombe1961"),
    Entry("book", {**BOOK, "location": "Hull"}, "whitcombe61"),
    Entry("article", {**WIRE, "date": "2004-10-12"}, "wire12"),
    Entry("article", {**WIRE, "date": "2004-10-19"}, "wire19"),
    Entry("book", {"author": "Nobody, Nemo", "title": "Quite Another Matter", "date": "1999"}, "nobody1999"),
)
