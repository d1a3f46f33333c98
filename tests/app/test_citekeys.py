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
        ("[title:abbr]", "TMoaMCE"),
        ("[month]x[entrytype]", "03xbook"),
        ("[publisher:(none)]:[year]", "none:1967"),
        ("[booktitle]", "MakingMissile1967"),
        ("[booktitle];[auth]", "Brown"),
        ("auth.lower + shorttitle(2,2) + year", "brownMakingMissile1967"),
        ("auth.fold.lower + '_' + year.prefix(x)", "brown_x1967"),
        ("title.substring(1,4).lower + year", "the1967"),
        # A capital means a field of Zotero's; what is none of these is the marker all the same.
        ("Auth.lower + Pages", "brown12--37"),
        ('[title:regex("M","N")]', "TheNakingofaNissileCrisisEssays"),
    ],
)
def test_a_pattern_says_what_the_key_is_made_of(pattern, key):
    assert make_key(BOOK, pattern) == key


@pytest.mark.parametrize(
    ("title", "key"),
    [
        (r"\emph{Salt} and Ice", "SaltandIce"),
        (r"Salt \& {NATO}", "SaltNATO"),
        (r"On $\alpha$ Rays", "OnRays"),
    ],
)
def test_commands_and_mathematics_are_left_out_of_a_key(title, key):
    assert make_key(Entry("book", {"title": title}), "[title]") == key


PAPER = Entry(
    "article",
    {
        "author": "Newton, Isaac and Maxwell, James C. and van der Berg, Jan",
        "editor": "Fox, Eve and Roe, R.",
        "title": "An awesome paper on JabRef",
        "journaltitle": "Journal of Fish Biology",
        "shortjournal": "J. Fish Biol.",
        "date": "2020-09-05",
        "origdate": "1890",
        "pages": "L7--L12",
        "keywords": "war, peace; love",
        "volume": "12",
        "langid": "english",
    },
)


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        # JabRef's manual
        ("[auth.auth.ea]", "Newton.Maxwell.ea"),
        ("[authshort]", "NMv"),
        ("[authIni4]", "NeMv"),
        ("[authorIni]", "NewtoMv"),
        ("[authorsAlphaLNI]", "NMv"),
        ("[pureauth][year]", "Newton2020"),
        ("[edtr][editors][editorLast]", "FoxFoxRoeRoe"),
        ("[edtr2_2][edtrForeIni]", "RoE"),
        ("[edtr.edtr.ea]", "Fox.Roe"),
        ("[title]", "AnAwesomePaperonJabRef"),
        ("[camel]x[camel2]", "AnAwesomePaperOnJabRefxAnAwesome"),
        ("[fulltitle:truncate9]", "Anawesom"),
        ("[shorttitle][veryshorttitle][shorttitleINI]", "awesomepaperJabRefawesomeapJ"),
        ("[journal:abbr]", "JoFB"),
        ("[TITLE:abbr]", "AapoJ"),
        ("[camel:abbr]", "AAPOJ"),
        ("[firstpage][lastpage][pageprefix]", "L7L12L"),
        ("[keyword2]x[keywords2]", "peacexwarpeace"),
        ("[shortyear]:[VOLUME]:[number:(none)]", "20:12:none"),
        ('[auth.etal:regex("\\.etal","EtAl"):upper]', "NEWTONETAL"),
        ("[fulltitle:sentencecase][fulltitle:titlecase]", "AnawesomepaperonjabrefAnAwesomePaperonJabref"),
        ("[auth:latex_to_unicode]", "Newton"),
        # Better BibTeX's
        ("auth(n=3,m=2,creator='*',initials=false) + year", "Max2020"),
        ("auth(3,1).lower + '-' + authorsn(n=2, sep='-')", "new-Newton-Maxwell-EtAl"),
        ("authEtAl(creator='*', initials=true, sep='_')", "NewtonI_EtAl"),
        ("authEtal2 + authAuthEa(sep='+')", "Newton.etalNewton+Maxwell+ea"),
        ("auth(creator='editor') + authorLast + authIni(3)", "FoxvanderBergN.M.v"),
        ("shorttitle(3,3) + veryshorttitle(2)", "AwesomePaperJabRefawesomepaper"),
        ("Title.skipwords.select(-1,1).lower + Volume.prefix('v')", "jabrefv12"),
        ("Title.skipwords.condense('-') | year", "awesome-paper-JabRef"),
        ("PublicationTitle.abbr + journal.nopunct", "JoFBJFishBiol"),
        ("date('%Y%m%d') + '_' + date(\"%oY\") + origyear", "20200905_18901890"),
        ("type(book) + 'book' + year; type(journalArticle) + 'art' + year", "art2020"),
        ("language(german) + 'de'; auth", "Newton"),
        ("auth.len('>', 9) | auth.substring(1,3)", "New"),
        ("auth + (number ? number : 'none')", "Newtonnone"),
        ("(Number || Volume).postfix('x') + keyword(3)", "12xlove"),
        ("auth.replace(find='New', replace='Old').replace(/t(.)/, '$1')", "Oldon"),
        ("Title.match(/pa(p.)r/i)", "pe"),
        ("creators(n=1, name='%(i)s%(f)s')", "I.Newton"),
        ("zotero + inspireHep", "newton_awesome_2020"),
        ("auth.acronym.pinyin.default('x') + extra('tex.volume')", "Newton12"),
        ("year;", "2020"),
    ],
)
def test_the_examples_of_jabrefs_and_better_bibtexs_manuals_give_their_keys(pattern, key):
    assert make_key(PAPER, pattern) == key


def test_further_equal_keys_are_told_apart_as_the_formula_wants_it():
    assert make_keys([PAPER] * 3, "auth + postfix('-%(n)s')") == ["Newton", "Newton-1", "Newton-2"]
    assert make_keys([PAPER] * 2, "postfix('%(a)s', 1); auth + year") == ["Newton2020", "Newton2020a"]


def test_a_pattern_that_says_more_than_people_and_years_holds_for_what_has_no_author():
    assert make_key(WIRE, "auth.lower + shorttitle(3,3) + year") == "MinisterArrives2005"
    assert make_key(WIRE, "auth.lower + year") == "itartass2005-10-18"
    assert make_key(WIRE, "[auth:lower]_[journal:abbr][year]") == "IT2005"


@pytest.mark.parametrize(
    ("pattern", "advice"),
    [
        ("[authr][year]", "There is no marker or field “authr”; write “author”."),
        ("[auth:lowr]", "There is no modifier “lowr”; write “lower”."),
        ("auth.lowercase + year", "There is no modifier “lowercase”; write “lower”."),
        ("auth + yaer", "There is no marker or field “yaer”; write “year”."),
        (
            "[qqqqqq]",
            "There is no marker or field “qqqqqq”; write, for example, auth, title, year, or the name of a field.",
        ),
        ('[title:regex("(","")]', "“(” is no regular expression."),
        ("[auth", "A square bracket has no partner; write [auth][year]."),
        ("[auth lower]", "“ lower” is no modifier; write one behind a colon, as in [auth:lower]."),
        ("auth.(lower)", "A dot is followed by the name of a filter, as in auth.lower."),
        ("(auth + year", "A parenthesis has no partner."),
        ("auth year", "Write something like auth.lower + shorttitle(3,3) + year."),
        ("'only text'", "Write something like [auth:lower][year] or [auth][shorttitle][year]."),
    ],
)
def test_a_pattern_that_is_none_is_told_with_what_to_write_instead(pattern, advice):
    with pytest.raises(PatternError) as raised:
        make_key(BOOK, pattern)
    assert raised.value.advice == advice


def test_a_field_of_ones_own_is_named_in_capitals():
    assert make_key(Entry("book", {"author": "Day, A.", "shelf": "B12"}), "[auth][SHELF]") == "DayB12"


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
