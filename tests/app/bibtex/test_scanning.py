"""What a .bib file is made of; each case that bibtexparser 2.1 misreads is here too."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bibtex import BibFile, BlockKind, read_bib, read_bib_text
from app.bibtex.scanning import scan

GOOD = "@book{good,\n  title = {Fine}\n}\n"


def kinds(text):
    return [str(block.kind) for block in scan(text)]


def entries(text):
    return [entry for _, entry in read_bib_text(text).entries()]


def test_every_character_of_a_file_is_in_a_block():
    text = '% note\n@string{a = "A"}\n@preamble{"x"}\n@comment{y}\nfree\n' + GOOD + "@book{broken, title = {x\n"
    assert kinds(text) == ["text", "string", "text", "preamble", "text", "comment", "text", "entry", "text", "broken"]
    assert "".join(block.text for block in scan(text)) == text
    assert [block.line for block in scan(text)] == [1, 2, 2, 3, 3, 4, 4, 6, 8, 9]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("@book{bad,\n  title = {x}\n  year = 1990\n}", "A comma or the end was expected after “title” (line 3)."),
        ("@book{bad,\n  title = {x\n}", "A comma or the end was expected after “title” (line 4)."),
        ("@book{bad,\n  title = {{x\n}", "A brace is opened and never closed (line 2)."),
        ("@book{bad,\n  title = {x}},\n  year = 1990\n}",
         "These fields belong to no entry; the one before them was closed too early (line 3)."),
        ("@book{bad},\n  title = {x}\n}",
         "These fields belong to no entry; the one before them was closed too early (line 2)."),
        ("book{bad,\n  title = {x}\n}", "What looks like an entry has no “@” before it (line 1)."),
        ("@{bad,\n  title = {x}\n}", "The kind of an entry was expected after the “@” (line 1)."),
        ("@book bad,\n  title = {x}\n}", "A brace was expected after “@book” (line 1)."),
        ("@book of{bad,\n  title = {x}\n}", "A brace was expected after “@book” (line 1)."),
        ("@comment{bad", "The comment's brace is never closed."),
        ('@book{bad,\n  title = "x,\n  year = {1990}\n}', "A quotation mark is opened and never closed (line 2)."),
        ("@book{bad,\n  title {x}\n}", "An equals sign was expected after “title” (line 2)."),
        ("@book{bad key,\n  title = {x}\n}", "A comma was expected after the key (line 1)."),
        ("@book{bad,\n  title = a b\n}", "A comma or the end was expected after “title” (line 2)."),
        ("@book{bad,\n  title = {x},\n", "An equals sign was expected after “@book” (line 4)."),
        ("@book{bad,\n  title = ,\n}", "A value was expected (line 2)."),
        ("@string{bad {x}}", "An equals sign was expected after the name (line 1)."),
    ],
)  # fmt: skip
def test_one_fault_costs_one_entry_and_is_told_with_its_line(fault, reason):
    bibfile = read_bib_text(GOOD + fault + "\n" + GOOD.replace("good", "after"))
    assert [entry.key for _, entry in bibfile.entries() if entry.key != "bad"] == ["good", "after"]
    assert "".join(block.text for block in bibfile.blocks) == GOOD + fault + "\n" + GOOD.replace("good", "after")
    assert [problem.message for problem in bibfile.problems()] == ([_two_lines_on(reason)] if reason else [])


def _two_lines_on(reason):
    """The fault stands behind the three lines of the good entry."""
    head, _, line = reason.rpartition("(line ")
    return f"{head}(line {int(line.rstrip(').')) + 3})." if head else reason


@pytest.mark.parametrize(
    "text",
    ["Mail a=b, me@home.org, or c={d}", "@home, x = y", "x = 5, y = 7\n", "% a, b = {c}\n", "a book{s}, n = 1",
     "}\n,\n", "Version=1, by {me}\nPaper, title=none"],
)  # fmt: skip
def test_free_text_is_not_taken_for_a_broken_entry(text):
    assert read_bib_text(GOOD + text + "\n\n" + GOOD).problems() == []


def test_what_nobody_sees_is_no_part_of_a_fields_name():
    [entry] = entries("@misc{a,\u200b title = {1},\u2028\ufeffyear\u200b = 1990,\u2003\x1a\n}")
    assert dict(entry.fields) == {"title": "1", "date": "1990"}


def test_a_backslash_is_no_escape_for_a_brace():
    found = entries("@misc{a, file = {C:\\docs\\}}\n@misc{b, title = {B}}\n")
    assert [(entry.key, entry.get("file")) for entry in found] == [("a", "C:\\docs\\"), ("b", "")]


def test_an_at_sign_at_a_line_start_inside_a_value_is_text():
    [entry] = entries("@misc{a, note = {see\n@book{this}\nthere}, title = {T}}")
    assert (entry.get("note"), entry.get("title")) == ("see @book{this} there", "T")


def test_commented_is_a_type_and_comment_is_none():
    assert kinds("@commented{a, title = {x}}") == ["entry"]
    assert kinds("@comment{a, title = {x}}") == ["comment"]
    assert kinds("@Comment this is one line\n@misc{a, title = {x}}") == ["comment", "text", "entry"]


def test_percent_lines_inside_an_entry_are_comments():
    [entry] = entries("@misc{a,\n  % title = {old},\n  title = {new}, % why\n  year = 1990\n}")
    assert dict(entry.fields) == {"title": "new", "date": "1990"}


def test_double_keyless_and_odd_entries_are_all_read():
    found = entries("@misc{a, title={1}}@misc{a, title={2}}@misc{, title={3}}@misc{x}@misc(p, title={4})@misc{,}")
    assert [(entry.key, entry.get("title")) for entry in found] == [
        ("a", "1"), ("a", "2"), ("", "3"), ("x", ""), ("p", "4"), ("", "")
    ]  # fmt: skip


def test_a_field_that_stands_twice_counts_once_and_is_told():
    bibfile = read_bib_text("@misc{a, title={1}, Title={2}}")
    assert [entry.get("title") for _, entry in bibfile.entries()] == ["1"]
    assert [(p.message, p.is_broken) for p in bibfile.problems()] == [
        ("The field “Title” stands twice; BibTeX takes the first.", False)
    ]


def test_macros_and_joined_values_are_put_together():
    text = '@string{jw = "J. of " # war}\n@STRING{war = {War}}\n@string(jx = jw # " Studies")\n'
    [entry] = entries(text + '@article{a, journal = JX # { {N}ew}, month = oct # "~18", year = 2005, volume = 5}')
    assert dict(entry.fields) == {"journaltitle": "J. of war Studies {N}ew", "date": "2005-10-18", "volume": "5"}


def test_macros_that_double_each_other_without_end_stay_as_they_are_written():
    doubling = "".join(f"@string{{s{place} = s{place - 1} # s{place - 1}}}\n" for place in range(1, 60))
    bibfile = read_bib_text(f"@string{{s0 = {{x}}}}\n{doubling}@misc{{a, title={{1}}, note=s59, annote=s5}}")
    [entry] = [entry for _, entry in bibfile.entries()]
    assert entry.get("annotation") == "x" * 32
    assert len(entry.get("note")) < 100
    assert bibfile.to_bytes() == bibfile.text.encode()


def test_commas_too_many_are_forgiven():
    [entry] = entries("@misc{a,, title={1},,year=1990,}")
    assert dict(entry.fields) == {"title": "1", "date": "1990"}


def test_free_text_with_addresses_is_no_entry():
    assert kinds("write to me@example.org or @home\n" + GOOD) == ["text", "entry", "text"]


def test_a_file_of_nothing_but_open_braces_is_read_in_no_time():
    bibfile = read_bib(b"@a{b, t = {\n" * 20000)
    assert len(bibfile.problems()) == 20000
    assert bibfile.to_bytes() == b"@a{b, t = {\n" * 20000


def test_a_file_is_the_same_when_built_again_from_its_kept_blocks():
    text = '% x\n@string{a = "A"}\n' + GOOD + "@book{broken, title = {x\n@book{more, x {y}\n" + GOOD
    bibfile = read_bib_text(text)
    again = BibFile.from_blocks(bibfile.header, [(block.kind, block.text) for block in bibfile.blocks])
    assert again == bibfile


def test_bibtexparser_models_every_block():
    library = read_bib_text('@string{a = "A"}@preamble{"p"}@comment{c} t\n' + GOOD + "@book{bad").library()
    assert [entry.key for entry in library.entries] == ["good"]
    assert (len(library.strings), len(library.preambles), len(library.comments)) == (1, 1, 3)
    assert len(library.failed_blocks) == 1


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            ["@", "book", "{", "}", "(", ")", '"', ",", "=", "#", "%", "\n", "a", " ", "string", "comment"]
        ),
        max_size=30,
    )
)
def test_no_text_is_too_odd_to_be_read_and_given_back(pieces):
    text = "".join(pieces)
    blocks = scan(text)
    assert "".join(block.text for block in blocks) == text
    bibfile = read_bib_text(text)
    assert all(bibfile.blocks[index].kind == BlockKind.ENTRY for index, _ in bibfile.entries())


JABREF = """@Comment{jabref-meta: databaseType:biblatex;}

@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:War\\;0\\;1\\;0x8a8a8aff\\;\\;\\;;
2 StaticGroup:Causes\\, deep\\;0\\;1\\;\\;\\;\\;;
}
"""


def test_groups_of_jabref_are_read_from_its_comments_and_from_entries():
    text = "@book{a, title={A}, groups={War, Other}}\n@book{b, title={B}, groups={Causes, deep}}\n" + JABREF
    assert read_bib_text(text).groups() == {"War": ("a",), "War/Causes, deep": (), "Other": ("a",), "Causes": ("b",),
                                            "deep": ("b",)}  # fmt: skip
    old = "@comment{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n1 ExplicitGroup:To read\\;0\\;a\\;b\\;;\n}"
    assert read_bib_text(old).groups() == {"To read": ("a", "b")}


SHARED = Path(__file__).parents[4] / "shared" / "data" / "bibtex" / "corpus"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring files beside the project are not here")
def test_every_measuring_file_comes_back_byte_for_byte():
    for path in SHARED.iterdir():
        data = path.read_bytes()
        assert read_bib(data).to_bytes() == data, path.name
