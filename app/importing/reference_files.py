"""The bytes of an RIS, CSL-JSON, EndNote XML or MODS file in, its entries out, in biblatex's names."""

from __future__ import annotations

import json
from typing import Any

import rispy

from app.bibtex.formats import read_xml
from app.bibtex.formats.zotero import is_zotero, read_zotero_items
from app.entry import Entry
from app.errors import UserError
from app.wordlists import load_words

_NAMES = load_words("reference_formats")
_IN_ARTICLES = frozenset({"article", "review"})
_IN_BOOKS = frozenset({"incollection", "inproceedings", "inbook", "inreference"})


def read_references(name: str, content: bytes) -> list[Entry]:
    """The entries of an RIS, CSL-JSON, EndNote XML or MODS file, told apart by its first character.

    Raises:
        UserError: it is none of them.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return read_xml(content.lstrip(b"\xef\xbb\xbf \t\r\n"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    try:
        if text.lstrip()[:1] in ("[", "{"):
            found = json.loads(text)
            items = found if isinstance(found, list) else found.get("items", [found])
            objects = [item for item in items if isinstance(item, dict)]
            if any(is_zotero(item) for item in objects):
                return read_zotero_items(item for item in objects if is_zotero(item))
            return [_from_csl(item) for item in objects]
        return [_from_ris(item) for item in rispy.loads(text, skip_unknown_tags=True)]
    except (ValueError, OSError, AttributeError, TypeError, KeyError) as error:
        raise UserError(
            "File cannot be read",
            f"{name} is neither RIS nor CSL-JSON.",
            "Export it again from the program it comes from, best as BibTeX.",
        ) from error


def _from_ris(item: dict[str, Any]) -> Entry:
    entrytype = _NAMES["ris_types"].get(item.get("type_of_reference", ""), "misc")
    fields = {
        ours: str(item[theirs]) for theirs, ours in _NAMES["ris_fields"].items() if isinstance(item.get(theirs), str)
    }
    container = item.get("journal_name") or item.get("secondary_title") or item.get("alternate_title3") or ""
    first, last = item.get("start_page", ""), item.get("end_page", "")
    fields |= {
        "author": _names(item.get("authors") or item.get("first_authors") or []),
        "editor": _names(item.get("secondary_authors", []) if entrytype in _IN_BOOKS else item.get("editors", [])),
        "title": item.get("title") or item.get("primary_title") or "",
        "date": _ris_date(item),
        "pages": f"{first}--{last}" if last and last != first else first,
        "url": next(iter(item.get("urls", [])), ""),
        "keywords": ", ".join(item.get("keywords", [])),
        _container_name(entrytype): container,
        ("issn" if entrytype in _IN_ARTICLES else "isbn"): item.get("issn", ""),
    }
    return Entry(entrytype, fields)


def _ris_date(item: dict[str, Any]) -> str:
    """Write "2004/05/12/" as 2004-05-12."""
    parts = [
        part.strip()
        for part in str(item.get("date") or item.get("year") or item.get("publication_year") or "").split("/")
    ]
    digits = [part for part in parts[:3] if part.isdigit()]
    return "-".join([digits[0], *(part.zfill(2) for part in digits[1:])]) if digits else ""


def _from_csl(item: dict[str, Any]) -> Entry:
    entrytype = _NAMES["csl_types"].get(str(item.get("type", "")), "misc")
    fields = {ours: str(item[theirs]) for theirs, ours in _NAMES["csl_fields"].items() if item.get(theirs)}
    fields |= {role: _csl_names(item.get(role, [])) for role in ("author", "editor", "translator")}
    fields |= {
        "date": _csl_date(item.get("issued")),
        "urldate": _csl_date(item.get("accessed")),
        "pages": str(item.get("page", "")).replace("\u2013", "-").replace("--", "-").replace("-", "--"),
        _container_name(entrytype): str(item.get("container-title", "")),
    }
    if item.get("type") == "article-newspaper":
        fields["entrysubtype"] = "newspaper"
    return Entry(entrytype, fields)


def _container_name(entrytype: str) -> str:
    if entrytype in _IN_ARTICLES:
        return "journaltitle"
    return "booktitle" if entrytype in _IN_BOOKS else "series"


def _names(names: list[str]) -> str:
    return " and ".join(
        name.strip() if "," in name or " " not in name.strip() else f"{{{name.strip()}}}" for name in names
    )


def _csl_names(names: list[dict[str, str]]) -> str:
    written = []
    for name in names:
        if name.get("literal"):
            written.append(f"{{{name['literal']}}}")
            continue
        particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
        family = f"{particle} {name.get('family', '')}".strip()
        written.append(", ".join(part for part in (family, name.get("suffix", ""), name.get("given", "")) if part))
    return " and ".join(written)


def _csl_date(date: Any) -> str:
    """{"date-parts": [[2004, 5]]} is 2004-05; a second part makes a range."""
    if not isinstance(date, dict):
        return ""
    parts = date.get("date-parts") or []
    dates = ["-".join(str(number).zfill(2) for number in part if number) for part in parts if part]
    return "/".join(dates) or str(date.get("raw") or date.get("literal") or "")
