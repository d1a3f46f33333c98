"""Citation keys by pattern."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.citekeys import DEFAULT_PATTERN, KeySet, PatternError, is_good_key, make_key, make_keys
from app.entry import Entry

BOOK = Entry(
    "book",
    {
        "author": "Brown, Ann and Müller-Lüdenscheidt, Jörg and {United Nations} and Day, D.",
        "date": "1967-03",
        "title": "The Making of a Missile {Crisis}: $x^2$ Essays",
        "pages": "12--37",
    },
)
WIRE = Entry(
    "article",
    {"journaltitle": "ITAR-TASS", "date": "2005-10-18", "title": "Minister arrives", "entrysubtype": "newspaper"},
)


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("[auth][year]", "Brown1967"),
        ("[auth:lower][year]", "brown1967"),
        ("[auth:lower]_[shorttitle]_[shortyear]", "brown_MakingMissileCrisis_67"),
        ("[veryshorttitle:upper]", "MAKING"),
        ("[authors2][year]", "BrownMullerLudenscheidtEtAl1967"),
        ("[authors]", "BrownMullerLudenscheidtUnitedNationsDay"),
        ("[auth3:lower][year]-[firstpage]-[lastpage]", "bro1967-12-37"),
        ("[auth3_2]", "Mul"),
        ("[authorsAlpha][shortyear]", "BMUD67"),
        ("[authEtAl]", "BrownEtAl"),
        ("[auth.etal]", "Brown.etal"),
        ("[authorLast]", "Day"),
        ("[authForeIni][auth]", "ABrown"),
        ("[title:abbr]", "MMCE"),
        ("[month]x[entrytype]", "03xbook"),
        ("[publisher:(none)]:[year]", "none:1967"),
        ("[booktitle]", "MakingMissile1967"),
        ("[booktitle];[auth]", "Brown"),
        ("auth.lower + shorttitle(2,2) + year", "brownMakingMissile1967"),
        ("auth.fold.lower + '_' + year.prefix(x)", "brown_x1967"),
        ("title.substring(1,4).lower + year", "maki1967"),
        ('[title:regex("M","N")]', "NakingNissileCrisisEssays"),
    ],
)
def test_a_pattern_says_what_the_key_is_made_of(pattern, key):
    assert make_key(BOOK, pattern) == key


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"author": "Dinerstein, Herbert S.", "date": "1967"}, "dinerstein1967"),
        ({"author": "Чехов, Антон", "date": "1896"}, "chekhov1896"),
        ({"author": "Παπαδόπουλος, Γ.", "date": "1999"}, "papadopoylos1999"),
        ({"author": "Łukasiewicz, Jan", "date": "1920"}, "lukasiewicz1920"),
        ({"author": "van der Berg, Jan", "date": "1920"}, "vanderberg1920"),
        ({"author": "O'Neill, Tip", "date": "1920"}, "oneill1920"),
        ({"author": "{Central Intelligence Agency}", "date": "1962"}, "cia1962"),
        ({"author": "{Kremlin}", "date": "1962"}, "kremlin1962"),
        ({"editor": "Brown, Ann", "date": "1967"}, "brown1967"),
        ({"author": "Brown, Ann", "year": "in press"}, "browninpress"),
        ({"title": "The Soviet Union and Cuba", "date": "1967"}, "sovietunion1967"),
        ({"institution": "Rand Corporation", "date": "1967"}, "randcorporation1967"),
        ({}, "book"),
    ],
)
def test_the_default_pattern_names_what_a_historian_looks_for(fields, key):
    assert make_key(Entry("book", fields)) == key


def test_an_agency_item_is_named_by_the_agency_and_the_day():
    assert make_key(WIRE) == "itartass2005-10-18"
    assert make_keys([WIRE, WIRE, WIRE]) == ["itartass2005-10-18", "itartass2005-10-18a", "itartass2005-10-18b"]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"organization": "YouTube", "eprint": "x", "eprinttype": "youtube", "urldate": "2009-05-13"}, "youtube2009"),
        ({"eprint": "x", "eprinttype": "youtube", "urldate": "2009-05-13"}, "youtube2009"),
        ({"title": "…", "url": "https://www.loc.gov/item/1", "date": "1999"}, "loc1999"),
        ({"url": "http://news.example.co.uk/a", "date": "1999"}, "example1999"),
        ({"note": "seen by chance"}, "online"),
    ],
)
def test_what_has_neither_author_nor_title_is_named_by_its_body_its_archive_or_its_site(fields, key):
    assert make_key(Entry("online", fields)) == key


def test_an_entry_that_has_a_key_keeps_it_as_far_as_it_is_free():
    kept = Entry("book", {"author": "Brown, Ann"}, "Mine")
    assert make_key(kept, "") == "Mine"
    assert make_key(kept, "", {"mine"}) == "Mine-a"
    assert make_keys([kept]) == ["brown"]


def test_keys_that_differ_only_in_case_are_the_same_key():
    assert make_key(BOOK, DEFAULT_PATTERN, ["BROWN1967", "Brown1967A"]) == "brown1967b"
    taken = KeySet(["Brown1967"])
    assert "bROWN1967" in taken
    assert "brown1967a" not in taken


def test_letters_go_on_after_z():
    keys = make_keys([BOOK] * 30)
    assert keys[26:29] == ["brown1967z", "brown1967aa", "brown1967ab"]
    assert len(set(keys)) == 30


@pytest.mark.parametrize("pattern", ["[auth", "[auth]]", "[:lower]", "auth lower"])
def test_a_pattern_that_is_none_is_said_to_be_none(pattern):
    with pytest.raises(PatternError):
        make_key(BOOK, pattern)


@given(st.dictionaries(st.sampled_from(["author", "title", "date", "journaltitle", "publisher"]), st.text(max_size=30)))
def test_every_entry_gets_a_good_key(fields):
    assert is_good_key(make_key(Entry("article", fields)))
