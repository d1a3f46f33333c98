"""Dates as other programs and their users write them."""

import pytest

from app.bibtex.formats.written_dates import date_fields


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1968", "1968"), ("2007-6-29", "2007-06-29"), ("1993-00-00", "1993"), ("1945-06-00", "1945-06"),
        ("04/2012", "2012-04"), ("11-2012", "2012-11"), ("2005/10/18", "2005-10-18"), ("2005.10.18", "2005-10-18"),
        ("30-Mar-2020", "2020-03-30"), ("June 5, 2007", "2007-06-05"), ("1. Mai 1999", "1999-05-01"),
        ("December 31st, 1999", "1999-12-31"), ("Wed Dec 09 2020 13:49:01 GMT+0100 (CET)", "2020-12-09"),
        ("26 Mar 2026 10:00:00+AEDT", "2026-03-26"), ("四月 1, 1976", "1976-04-01"), ("1976年4月1日", "1976-04-01"),
        ("13/05/1989", "1989-05-13"), ("05/13/1989", "1989-05-13"), ("01/01/1989", "1989-01-01"),
        ("2016-07-18T20:26:06+10:00", "2016-07-18T20:26:06+10:00"), ("2016-07-18 20:26", "2016-07-18T20:26:00"),
        ("2021-04-08T00:39:34.123Z", "2021-04-08T00:39:34Z"),
        ("1988–1992", "1988/1992"), ("1486/87", "1486/1487"), ("1984-85", "1984/1985"), ("1984-", "1984/"),
        ("June 22-26, 2015", "2015-06-22/2015-06-26"), ("March 1967-May 1968", "1967-03/1968-05"),
        ("ca. 1723", "1723~"), ("c. 1850s", "185X~"), ("1850s", "185X"), ("[1723?]", "1723?"), ("[1850]", "1850"),
        ("199u", "199X"), ("1999-uu-uu", "1999-XX-XX"), ("1723?~", "1723%"), ("unknown/2006", "/2006"),
        ("2004-06-01/open", "2004-06-01/.."), ("y-51234", "Y-51234"), ("2004-22", "2004-22"), ("-0876", "-0876"),
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(text, date):
    assert date_fields(text) == {"date": date}


@pytest.mark.parametrize("text", ["04/05/1989", "in press", "n.d.", "1999-13", "99/99/1999", "July", "19th century"])
def test_what_is_no_certain_date_stays_as_it_was_written(text):
    assert date_fields(text) == {"year": text}


def test_seasons_and_first_printings_have_fields_of_their_own():
    assert date_fields("Spring 2004") == {"date": "2004", "issue": "Spring"}
    assert date_fields("[1890] 1990") == date_fields("1990 (1890)") == {"date": "1990", "origdate": "1890"}
    assert date_fields("  ") == {}
