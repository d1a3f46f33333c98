"""A date field may hold what is no date: it comes out so that it is printed, and comes back as the text it was."""

import pytest

from app.bibtex import Dialect, read_bib, write_bib
from app.bibtex.edtf import is_edtf
from app.entry import Entry

TEXTS = [
    "A & B", "50% off", "ca. 1967 & 68", "été 1967", "A # B_c", "—", "{1967} or so", "Spring 1968", "c. 1900", "1960s",
    "#5", "$3", "3/4/1968", "1967 or 8", "..", "19XX-12", "in $x^2$",
]  # fmt: skip


def through(entry: Entry, dialect: Dialect) -> Entry:
    ((_, read),) = read_bib(write_bib([entry], dialect).encode()).entries()
    return read


@pytest.mark.parametrize("dialect", list(Dialect))
@pytest.mark.parametrize("field", ["date", "urldate", "origdate", "eventdate"])
@pytest.mark.parametrize("date", ["1967-03", "1914/1918", "1967~", "1967?", "196X", "1967-21", "../1918", "Y17000"])
def test_a_date_comes_back(date: str, field: str, dialect: Dialect) -> None:
    entry = Entry("book", {"title": "T", field: date}, "k")
    assert through(entry, dialect) == entry


@pytest.mark.parametrize("field", ["urldate", "origdate", "eventdate"])
@pytest.mark.parametrize("text", TEXTS)
def test_whatever_stands_in_a_date_beside_the_works_own_comes_back(text: str, field: str) -> None:
    entry = Entry("book", {"title": "T", field: text}, "k")
    assert through(entry, Dialect.BIBTEX) == entry
    assert through(entry, Dialect.BIBLATEX).get(field) == text


@pytest.mark.parametrize("dialect", list(Dialect))
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_no_date_is_printed_as_the_year(text: str, dialect: Dialect) -> None:
    read = through(Entry("book", {"title": "T", "date": text}, "k"), dialect)
    assert not read.get("date")
    assert read.get("year") == text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"date": "June 2010"}, {"date": "2010-06"}),
        ({"date": "Jan", "year": "1937"}, {"date": "1937-01"}),
        ({"date": "Spring", "year": "1937"}, {"year": "1937", "month": "Spring"}),
        ({"date": "Spring 1937", "year": "1937"}, {"year": "Spring 1937"}),
        ({"date": "1936 or later", "year": "1937", "month": "May"}, {"year": "1937 [1936 or later]", "month": "May"}),
        ({"urldate": "last May"}, {"urlyear": "last May"}),
        ({"date": "1968", "year": "1967"}, {"date": "1968", "year": "1967"}),
    ],
)
def test_a_date_that_biber_would_drop_goes_out_in_another_field(fields, said):
    written = write_bib([Entry("book", fields, "k")], Dialect.BIBLATEX)
    assert written == "@book{k,\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in said.items()) + "}\n"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12/1968", "1968-12"), ("1723?~", "1723%"), ("19uu", "19XX"), ("y52000", "Y52000"), ("2013-7-6", "2013-07-06"),
        ("unknown/2006", "/2006"), ("2016-07-18T20:26", "2016-07-18T20:26:00"), ("June 2010", "June 2010"),
        ("3/4/1968", "3/4/1968"), ("2016-07-18T20:26:00+0200", "2016-07-18T20:26:00+02:00"),
    ],
)  # fmt: skip
def test_what_a_program_wrote_before_biber_changed_its_mind_is_read(text, date):
    ((_, read),) = read_bib(f"@book{{k, date = {{{text}}}}}".encode()).entries()
    assert read.get("date") == date


@pytest.mark.parametrize(
    "text",
    ["1967-13", "1967-02-29", "-44", "1967-1", "/", "../..", "1967/1968/1969", "1967-XX-15", "XXXX", "Y1967",
     "1967-03-15T25:00:00", "1967-03-15T10:00", "1967-03-15T10:00:00+0200", "１９６７", "1967-25-01", "196X-05"],
)  # fmt: skip
def test_what_biber_passes_over_is_no_date(text):
    assert not is_edtf(text)


@pytest.mark.parametrize(
    "text",
    ["1967-12-31", "2000-02-29", "-0044", "1967-XX", "1967-XX-XX", "1967-03-XX", "19XX", "Y-17000", "1967-41", "/1967",
     "1967-03-15T10:00:00Z", "1967-03-15T10:00:00-05:30", "1967~/1970?", "1967-12-31/", "1967/.."],
)  # fmt: skip
def test_what_biber_reads_is_a_date(text):
    assert is_edtf(text)


@pytest.mark.parametrize("field", ["date", "year", "month", "urldate"])
def test_the_digits_of_other_scripts_are_written_as_those_that_biblatex_counts_with(field):
    written = write_bib([Entry("book", {"title": "T", field: "١٩"}, "k")], Dialect.BIBLATEX)
    assert "{19}" in written
