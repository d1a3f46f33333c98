"""A file written back: only what was changed is different, and the new text looks like the old."""

import pytest

from app.bibtex import read_bib, read_bib_text, write_back
from app.entry import Entry

SHOUTING = """% my books
@STRING{jw = "Journal of War"}

@ARTICLE{one,
    AUTHOR  = "M{\\"u}ller, J.",
    TITLE   = "Old {T}itle",   % keep me
    JOURNAL = jw,
    YEAR    = 1990
}

@ARTICLE{two,
    AUTHOR  = "Brown, A.",
    TITLE   = "Other",
    YEAR    = 1991
}

that was all
"""
LEADING_COMMAS = """@book{one
  , title = {Old}
  , date = {1990-05}
  }
"""
COMPACT = "@misc{one, title={Old}, year={1990}}\r\n@misc(two, title={Other})\r\n"
MONTHS = "@article{one,\n  year = 1990,\n  month = {December},\n  title = {T}\n}\n"
SORTED = "@online{a,\n\tauthor = {Brown, A.},\n\tdate = {2001},\n\turl = {http://x},\n}\n"


def edited(text, which=0, **changes):
    """The file's text after changing fields of one entry."""
    bibfile = read_bib_text(text)
    index, entry = list(bibfile.entries())[which]
    return write_back(bibfile, {index: entry.with_fields(**changes)}).decode()


@pytest.mark.parametrize(
    ("text", "changes", "old", "new"),
    [
        (SHOUTING, {"title": 'Né "w" & co'}, '"Old {T}itle"', '"N{\\\'e} {"}w{"} \\& co"'),
        (SHOUTING, {"date": "1992"}, "1990", "1992"),
        (SHOUTING, {"date": "1990-03"}, "1990\n", '1990,\n    MONTH   = mar\n'),
        (SHOUTING, {"date": "1990-03-04"}, "1990\n", '1990,\n    MONTH   = mar # "~4"\n'),
        (SHOUTING, {"journaltitle": "Other J."}, "jw,\n", '"Other J.",\n'),
        (SHOUTING, {"journaltitle": ""}, "JOURNAL = jw,\n    ", ""),
        (SHOUTING.replace(",\n    YEAR    = 1990\n", "\n"), {"journaltitle": ""}, "    JOURNAL = jw\n", ""),
        (MONTHS, {"date": "1990-03"}, "{December}", "{March}"),
        (MONTHS.replace("{December}", '"Dec."'), {"date": "1990-03"}, '"Dec."', '"Mar."'),
        (MONTHS.replace("{December}", "{12}"), {"date": "1990-03"}, "{12}", "{3}"),
        (MONTHS.replace("{December}", "{02}"), {"date": "1990-03"}, "{02}", "{03}"),
        (MONTHS.replace("{December}", "{DEC}"), {"date": "1990-03"}, "{DEC}", "{MAR}"),
        (MONTHS.replace("{December}", "dec"), {"date": "1990-03"}, "dec", "mar"),
        (MONTHS.replace("{December}", "{Dezember}"), {"date": "1990-03"}, "{Dezember}", "mar"),
        (MONTHS, {"date": "1990-03-04"}, "{December}", 'mar # "~4"'),
        (SHOUTING, {"location": "Paris"}, "1990\n", '1990,\n    ADDRESS = "Paris"\n'),
        (LEADING_COMMAS, {"note": "x"}, "{1990-05}\n", "{1990-05}\n  , note = {x}\n"),
        (LEADING_COMMAS, {"date": "1990"}, "{1990-05}", "{1990}"),
        (LEADING_COMMAS, {"title": ""}, "\n  , title = {Old}", ""),
        (COMPACT, {"title": "New"}, "{Old}", "{New}"),
        (COMPACT, {"author": "Brown, A."}, "year={1990}", "year={1990}, author={Brown, A.}"),
        (SORTED, {"title": "T"}, "\turl", "\ttitle = {T},\n\turl"),
        (SORTED, {"abstract": "T"}, "\tauthor", "\tabstract = {T},\n\tauthor"),
        (SORTED, {"date": ""}, "\tdate = {2001},\n", ""),
    ],
)  # fmt: skip
def test_an_edit_changes_only_its_field_in_the_files_own_hand(text, changes, old, new):
    assert text.count(old) == 1
    assert edited(text, **changes) == text.replace(old, new)


def test_an_entry_that_says_the_same_changes_nothing():
    for text in (SHOUTING, LEADING_COMMAS, COMPACT, SORTED):
        bibfile = read_bib_text(text)
        assert write_back(bibfile, dict(bibfile.entries())).decode() == text


def test_key_and_type_change_in_place():
    bibfile = read_bib_text(SHOUTING)
    index, entry = list(bibfile.entries())[1]
    changed = Entry("thesis", {**entry.fields, "type": "phdthesis"}, "brown1991")
    assert write_back(bibfile, {index: changed}).decode() == SHOUTING.replace("@ARTICLE{two", "@PHDTHESIS{brown1991")


def test_an_entry_without_fields_or_key_can_get_them():
    bibfile = read_bib_text("@misc{}\n@misc{x}\n@misc{y,}\n")
    changed = {index: Entry("misc", {"title": "T"}, entry.key or "new") for index, entry in bibfile.entries()}
    again = read_bib(write_back(bibfile, changed))
    assert [(entry.key, entry.get("title")) for _, entry in again.entries()] == [("new", "T"), ("x", "T"), ("y", "T")]


def test_removed_entries_go_with_their_blank_line():
    bibfile = read_bib_text(SHOUTING)
    index = next(iter(dict(bibfile.entries())))
    start, end = SHOUTING.index("@ARTICLE{one"), SHOUTING.index("@ARTICLE{two")
    assert write_back(bibfile, removed=[index]).decode() == SHOUTING[:start] + SHOUTING[end:]


def test_new_entries_come_behind_the_last_in_the_files_own_hand():
    written = write_back(
        read_bib_text(SHOUTING), added=[Entry("book", {"title": "Neü", "date": "2001"}, "new")]
    ).decode()
    new = '\n\n@BOOK{new,\n    TITLE   = "Ne{\\"u}",\n    YEAR    = 2001\n}'
    assert written == SHOUTING.replace("1991\n}", "1991\n}" + new)


def test_new_entries_in_an_empty_file_are_laid_out_as_usual():
    assert write_back(read_bib_text("% empty"), added=[Entry("book", {"title": "T"}, "k")]).decode() == (
        "% empty\n@book{k,\n  title = {T},\n}\n"
    )


def test_line_ends_of_the_file_count_for_new_text_too():
    crlf = SORTED.replace("\n", "\r\n")
    written = write_back(read_bib(crlf.encode()), added=[Entry("book", {"title": "T"}, "k")])
    assert written.count(b"\n") == written.count(b"\r\n")


def test_a_character_the_encoding_lacks_becomes_a_command():
    bibfile = read_bib("@book{a, title = {Été à Besançon}}\n".encode("latin-1"))
    [(index, entry)] = bibfile.entries()
    written = write_back(bibfile, {index: entry.with_fields(note="Škoda é")})
    assert written.decode("latin-1") == "@book{a, title = {Été à Besançon}, note = {{\\v S}koda {\\'e}}}\n"


def test_what_no_command_says_makes_the_file_utf8():
    bibfile = read_bib("@book{a, title = {Été à Besançon}}\n".encode("latin-1"))
    [(index, entry)] = bibfile.entries()
    assert "鲁迅" in write_back(bibfile, {index: entry.with_fields(note="鲁迅")}).decode("utf-8")


def test_broken_pieces_stay_where_they_are():
    text = "@book{a, title = {A}}\n@book{bad, title = {x\n@book{b, title = {B}}\n"
    assert edited(text, 1, title="C") == text.replace("{B}", "{C}")


def test_only_entries_can_be_changed():
    with pytest.raises(ValueError, match="no entry"):
        write_back(read_bib_text(SHOUTING), {0: Entry("book")})
    with pytest.raises(ValueError, match="no entry"):
        write_back(read_bib_text(SHOUTING), removed=[0])
