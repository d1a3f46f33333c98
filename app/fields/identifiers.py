"""Words at a place of a citation in, addresses, DOI and access date out."""

from __future__ import annotations

import re

from app.fields.dates import read_full_date
from app.fields.pieces import Piece

_URL = re.compile(r"<?(?P<url>(?:https?://|ftp://|www\.)[^\s<>«»“”\"]+)>?")
_DOI = re.compile(
    r"(?:doi:?\s?|DOI:?\s?|https?://(?:dx\.)?doi\.org/)(?P<doi>10\.\d{4,9}/[^\s<>«»“”\"]+)", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:available\s(?:at|from|online(?:\sat)?)|online\sat|online|URL|verfügbar\sunter|online\sunter|abrufbar\sunter|unter|en\sligne|disponible\sen|disponível\sem|disponibile\ssu|at|from|via)\s?:?\s(?=<?https?:|<?www\.)",
    re.IGNORECASE,
)
_ARXIV = re.compile(r"arXiv:\s?(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+/\d{7})", re.IGNORECASE)
_ISBN = re.compile(r"(?P<label>ISBN|ISSN)(?:-1[03])?:?\s(?P<number>[\dXx-]{8,17})")
# What is left of an address when the page lost its beginning: "= 3&p = 2", "&id = 7&ref =a", "HTML/a-b. html"
_FRAGMENT = re.compile(
    r"[=&?]\s?[^();,]+?(?=\s*(?:\(|[;,]|\.\s|\.?$))|[A-Za-z]+/\S*/\S+?(?:\.\s?html?\b|\.php\b|\.aspx?\b)"
)
_ACCESSED = re.compile(
    r"(?:\(|\[)?(?:(?:last|date)\s)?(?:accessed|retrieved|viewed|visited|consulted|access(?:ed)?\sdate|access)(?:\son)?:?\s"
    r"|(?:\(|\[)?(?:zuletzt\s|letzter\s|letztmals\s)?(?:abgerufen|aufgerufen|Zugriff|Abruf|eingesehen|Stand|besucht|geprüft)(?:\sam|\svom)?:?\s"
    r"|(?:\(|\[)?(?:page\s)?consulté\sle\s|(?:\(|\[)?consultad[oa]:?\s(?:el\s|em\s)?|(?:\(|\[)?consultato\s(?:il\s)?|(?:\(|\[)?(?:último\s)?acces[so]o?\s?:?\s(?:em\s|el\s)?|(?:\(|\[)?acesso(?:\sem)?:?\s|(?:\(|\[)?ultimo\saccesso:?\s",
    re.IGNORECASE,
)


def read_address(text: str, pos: int) -> Piece | None:
    """Read a DOI, a web address (with "available at" before it), an arXiv number or an ISBN."""
    lead = _LEAD.match(text, pos)
    start = lead.end() if lead else pos
    if found := _DOI.match(text, start):
        doi = found["doi"].rstrip(".,;)")
        return Piece("doi", pos, found.start("doi") + len(doi), {"doi": doi}, 5)
    if found := _URL.match(text, start):
        url = _clean(found["url"])
        end = found.end() if text[found.end() - 1] == ">" else found.start("url") + len(url)
        return Piece("url", pos, end, {"url": url}, 5)
    if found := _ARXIV.match(text, pos):
        return Piece("eprint", pos, found.end(), {"eprint": found["id"], "eprinttype": "arxiv"}, 5)
    if found := _ISBN.match(text, pos):
        return Piece("isbn", pos, found.end(), {found["label"].casefold(): found["number"]}, 3)
    return None


def _clean(url: str) -> str:
    url = url.rstrip(".,;:’'")
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1].rstrip(".,;")
    return url


def read_address_fragment(text: str, pos: int) -> Piece | None:
    """Read the rest of an address that the page mangled; it belongs to the citation but gives no field."""
    found = _FRAGMENT.match(text, pos)
    return Piece("fragment", pos, found.end(), {}, 1) if found else None


def read_accessed(text: str, pos: int) -> Piece | None:
    """Read "accessed 5 May 2009", in brackets or not, in six languages."""
    found = _ACCESSED.match(text, pos)
    if not found:
        return None
    date = read_full_date(text, found.end())
    if not date:
        return None
    end = date.end
    if text[pos] in "([" and text[end : end + 1] in {")", "]"}:
        end += 1
    elif text[pos] in "([":
        closing = re.compile(r"[^()\[\]]{0,40}[)\]]").match(text, end)
        end = closing.end() if closing else end
    return Piece("accessed", pos, end, {"urldate": date.fields["date"]}, 4)
