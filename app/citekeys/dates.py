"""A date in ISO form and a format of strftime's signs in, the date as the format wants it out."""

from __future__ import annotations

import re

_TIME = r"(?:T(?P<H>\d{2}):(?P<M>\d{2})(?::(?P<S>\d{2}))?)?"
_DATE = re.compile(rf"(?P<Y>-?\d{{4}})(?:-(?P<m>\d{{2}})(?:-(?P<d>\d{{2}}){_TIME})?)?")
_SIGN = re.compile(r"%[-o]?([A-Za-z])")


def formatted_date(date: str, wanted: str) -> str:
    """The date by a format: "%Y-%m-%d", "%y", "%-m"; "%oY" for the first printing is the caller's. "" where it is none.

    What the date does not say goes, with the signs before it: "%Y-%m-%d" of 1967-03 is 1967-03.
    """
    match = _DATE.match(date)
    if match is None:
        return ""
    parts = {**match.groupdict(), "y": match["Y"][-2:]}
    text, start = "", 0
    for sign in _SIGN.finditer(wanted):
        value = parts.get(sign[1]) or ""
        if value:
            text += wanted[start : sign.start()] + (value.lstrip("0") if sign[0][1] == "-" else value)
        start = sign.end()
    return text + (wanted[start:] if start else "")
