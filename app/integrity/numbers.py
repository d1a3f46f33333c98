"""ISBN, ISSN and DOI in, whether they can be right out: check digits by ISO 2108 and ISO 3297, DOIs by ISO 26324."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"[\s‐‑–—-]")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_PREFIX = re.compile(r"^(?:https?://(?:[\w-]+\.)*doi\.(?:[\w-]+\.)*[a-z]+/|doi:\s*|doi\s+)", re.IGNORECASE)


def is_isbn(text: str) -> bool:
    """Whether the text is an ISBN of ten or thirteen digits with the right check digit."""
    digits = _SEPARATORS.sub("", text).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum(weight * _value(digit) for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(digits)) % 10 == 0
    return False


def is_issn(text: str) -> bool:
    """Whether the text is an ISSN with the right check digit."""
    digits = _SEPARATORS.sub("", text).upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return False
    return sum(weight * _value(digit) for weight, digit in zip(range(8, 0, -1), digits, strict=True)) % 11 == 0


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)


def is_doi(text: str) -> bool:
    """Whether the text looks like a DOI: "10.1000/182"."""
    return bool(_DOI.fullmatch(text))


def bare_doi(text: str) -> str:
    """The DOI in a text that has it with an address or "doi:" before it; "" where there is none."""
    doi = _DOI_PREFIX.sub("", text.strip())
    return doi if is_doi(doi) else ""
