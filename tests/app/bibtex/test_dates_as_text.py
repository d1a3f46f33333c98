"""A date field may hold what is no date: it comes back as the text it was."""

import pytest

from app.bibtex import Dialect, read_bib, write_bib
from app.entry import Entry

DATES = [
    "1967-03", "1914/1918", "1967~", "1967?", "A & B", "50% off", "ca. 1967 & 68", "été 1967", "A # B_c", "1914–1918",
    "—",
    "1914 -- 1918", "{1967} or so",
]  # fmt: skip


@pytest.mark.parametrize("dialect", list(Dialect))
@pytest.mark.parametrize("field", ["date", "urldate", "origdate"])
@pytest.mark.parametrize("date", DATES)
def test_whatever_stands_in_a_date_comes_back(date: str, field: str, dialect: Dialect) -> None:
    entry = Entry("book", {"title": "T", field: date}, "k")
    ((_, read),) = read_bib(write_bib([entry], dialect).encode()).entries()
    assert read == entry
