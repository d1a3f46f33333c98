"""Items of CSL-JSON (schema of the Citation Style Language 1.0.2; Crossref's too) in, entries out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from app.bibtex.formats.degrees import degree_of
from app.bibtex.formats.languages import language_fields
from app.bibtex.formats.markup import paragraphs_of, value_of
from app.bibtex.formats.people_as_given import Given, people_fields, with_roles_said
from app.bibtex.formats.plain import container_of, pages_value
from app.bibtex.formats.written_dates import date_fields
from app.bibtex.formats.zotero_extra import read_extra
from app.bibtex.keying import GIVEN_KEY
from app.bibtex.naming import VERBATIM
from app.entry import Entry
from app.wordlists import load_words

_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_HOUSES = {"report": "institution", "thesis": "institution", "online": "organization"}


def read_csl(item: Mapping[str, Any]) -> Entry:
    """The entry an item is."""
    words = load_words("reference_formats")
    kind = str(item.get("type", ""))
    extra = read_extra(item.get("note"))
    entrytype = extra.fields.pop("entrytype", "") or words["csl_types"].get(kind, "misc")
    fields = {
        ours: _text(item, theirs, ours) for theirs, ours in reversed(words["csl_fields"].items()) if item.get(theirs)
    }
    fields["note"] = ". ".join(extra.rest)
    fields |= _people(item)
    fields |= _dates(item)
    fields |= language_fields(_first(item.get("language")))
    fields["pages"] = pages_value(_first(item.get("page")).replace("\u2013", "-"))
    fields[container_of(entrytype)] = value_of(_first(item.get("container-title")))
    shelf = (_first(item.get(name)) for name in ("archive", "archive-place", "archive_location", "call-number"))
    fields["library"] = value_of(", ".join(filter(None, shelf)))
    if item.get("PMID"):
        fields |= {"eprint": _first(item["PMID"]), "eprinttype": "pubmed"}
    if entrytype == "thesis":
        fields["type"] = degree_of(fields.get("type", ""))
    if entrytype in _HOUSES and "publisher" in fields:
        fields.setdefault(_HOUSES[entrytype], fields.pop("publisher"))
    if kind in ("article-newspaper", "article-magazine"):
        fields["entrysubtype"] = kind.removeprefix("article-")
    fields |= extra.fields
    return Entry(entrytype, fields, fields.pop("key", "") or _key(item))


def _first(value: Any) -> str:
    """A text, or the first of Crossref's lists of them."""
    if isinstance(value, list):
        return _first(value[0]) if value else ""
    return str(value) if isinstance(value, (str, int, float)) else ""


def _text(item: Mapping[str, Any], theirs: str, ours: str) -> str:
    text = _first(item[theirs])
    if ours == "abstract" and "</" in text:
        # Crossref's abstracts are in JATS.
        return paragraphs_of(re.sub(r"</?jats:", lambda tag: tag[0].replace("jats:", ""), text))
    return " ".join(text.split()) if ours in VERBATIM else value_of(text)


def _key(item: Mapping[str, Any]) -> str:
    """The citation key, which stands in `id` where that is no address and no number."""
    named = _first(item.get("citation-key") or item.get("citation_key"))
    return named or (match[0] if (match := GIVEN_KEY.fullmatch(_first(item.get("id")))) else "")


def _people(item: Mapping[str, Any]) -> dict[str, str]:
    words = load_words("reference_formats")
    roles = {**words["csl_roles"], **words["csl_said"]}
    fields = people_fields(
        _given(role, name)
        for theirs, role in roles.items()
        for name in item.get(theirs) or ()
        if isinstance(name, dict)
    )
    return with_roles_said(fields, words["csl_said"].values())


def _given(role: str, name: Mapping[str, Any]) -> Given:
    literal = _first(name.get("literal")) or _first(name.get("name"))
    if literal:
        return Given(role, literal, is_body=True)
    return Given(role, _first(name.get("family")), _first(name.get("given")), _first(name.get("non-dropping-particle")),
                 _first(name.get("dropping-particle")), _first(name.get("suffix")))  # fmt: skip


def _dates(item: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for theirs, ours in load_words("reference_formats")["csl_dates"].items():
        read = csl_date(item.get(theirs))
        if ours == "date":
            found |= read
        elif read.get("date"):
            found[ours] = read["date"]
    return found


def csl_date(date: Any) -> dict[str, str]:
    """The fields for {"date-parts": [[2004, 5], [2004, 6]], "circa": true}, {"raw": "May 2004"}, {"literal": ...}."""
    if isinstance(date, (str, int)):
        return date_fields(str(date))
    if not isinstance(date, dict):
        return {}
    parts = [_joined(part) for part in date.get("date-parts") or () if isinstance(part, list)]
    if not any(parts):
        return date_fields(_first(date.get("raw") or date.get("literal")))
    doubt = "~" if date.get("circa") not in (None, False, 0, "", "0", "false") else ""
    fields = {"date": "/".join(part + doubt if part else "" for part in parts[:2])}
    season = _first(date.get("season"))
    if season:
        fields["issue"] = _SEASONS[int(season) - 1] if season in ("1", "2", "3", "4") else season
    return fields


def _joined(part: Iterable[Any]) -> str:
    numbers = [int(number) for number in part if re.fullmatch(r"-?\d+", str(number))]
    if not numbers or not numbers[0]:
        return ""
    year = f"{'-' if numbers[0] < 0 else ''}{abs(numbers[0]):04d}"
    return "-".join([year, *(f"{number:02d}" for number in numbers[1:3] if number)])
