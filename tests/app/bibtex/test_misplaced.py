r"""What would stop TeX is written as the words that it is; what can stand stays as its reader wrote it."""

import pytest

from app.bibtex import Dialect, read_bib_text, write_bib
from app.bibtex.around import as_said_now
from app.bibtex.latex import to_latex
from app.entry import Entry

BACKSLASH = "{\\textbackslash}"


@pytest.mark.parametrize(
    "tex",
    [
        r"\emph{big} \emph W \textsuperscript 2",
        r"\hbox{} \hbox to 3em{x} \kern.1em \kern -2pt \char65 \char`a \accent 96 e",
        r"\hspace*{1em} \rule{1pt}{2pt} \raisebox{.5ex}[0pt]{x} \href{http://x.org}{x}",
        r"$\left( \frac12 \right)$ and $x^{2}$ and $\mathbb R$ and \ensuremath{\mathbb R}",
        r"\begin{itemize}\item one\end{itemize}",
        r"\mychem{H2O}, \noopsort{1973}Old",
        r"\'{\textbackslash}",
        r"one\\two \\[1cm] three \\* shelf\/ful \endash \foreignlanguage{german}{das}",
    ],
)
def test_commands_with_what_they_need_stay(tex):
    assert to_latex(tex, escape=False) == tex


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("to \\emph", "emph"),
        ("to {\\textbf} x", "textbf"),
        ("\\href{http://x.org}", "href"),
        ("\\kern a", "kern"),
        ("\\hspace{far} x", "hspace"),
        ("\\char x", "char"),
        ("\\hbox x", "hbox"),
        ("a\\left(b", "left"),
        ("\\mathbb R", "mathbb"),
        ("\\item one", "item"),
        ("\\halign{x}", "halign"),
        ("x\\v", "v"),
        ("x \\v \\c", "v"),
        ("\\and Brown", "and"),
        ("\\bgroup", "bgroup"),
        ("\\stop", "stop"),
        ("\\endverse", "endverse"),
        ("\\a e", "a"),
        ("\\vbox{x", "vbox"),
        ("\\foreignlanguage{german}", "foreignlanguage"),
        ("\\/x", "/"),
    ],
)
def test_commands_without_what_they_need_are_words(value, name):
    assert f"{BACKSLASH}{name}" in to_latex(value, escape=False)
    assert f"\\{name}" not in to_latex(value, escape=True)


@pytest.mark.parametrize("math", ["$\\left( x$", "$x^$", "$x_ ^2$", "$\\frac{1}$", "$\\kern$", "$\\hline$"])
def test_mathematics_that_would_stop_tex_is_text(math):
    assert to_latex(math, escape=False).startswith("\\$")


def test_an_accent_over_nothing_is_words():
    assert to_latex("a\\'", escape=False) == f"a{BACKSLASH}'"


@pytest.mark.parametrize("value", ["\\\\", " \\\\ x", "x \\\\[", "x \\\\[1"])
def test_a_new_line_with_nothing_before_it_or_half_a_length_is_words(value):
    assert f"{BACKSLASH}{BACKSLASH}" in to_latex(value, escape=False)


def test_a_space_that_is_commanded_at_the_end_commands_nothing_behind_the_field():
    assert to_latex("x\\ ", escape=False).rstrip() == f"x{BACKSLASH}"


@pytest.mark.parametrize(
    ("people", "written"),
    [
        ("{Barnes}, and Day, D.,", "{Barnes} and Day, D."),
        (",", ""),
        (",,,,Day, D.", "Day, D."),
    ],
)
def test_names_have_no_comma_at_their_ends(people, written):
    assert f"  author = {{{written}}},\n" in write_bib([Entry("book", {"author": people}, "k")], Dialect.BIBTEX)


def test_words_in_another_language_are_printed_where_babel_is_not_loaded():
    written = write_bib([Entry("book", {"title": "\\foreignlanguage{german}{Das}"}, "k")], Dialect.BIBTEX)
    assert "\\ifdefined\\babeltags\\else" in written


def test_signs_that_are_no_characters_go():
    assert to_latex("a\x07b\x00 c", escape=False) == "ab c"


def test_a_command_nobody_knows_prints_its_argument_or_else_its_name():
    fields = {"title": "\\mychem{H2O} by \\MYLOGO{} \\emph{x}", "file": "C:\\Users\\me", "abstract": "\\elsewhere"}
    written = write_bib([Entry("book", fields, "k")], Dialect.BIBTEX)
    assert "\\providecommand{\\mychem}{}\n" in written
    assert "\\providecommand{\\MYLOGO}{MYLOGO}\n" in written
    assert not {"{\\Users}", "{\\me}", "{\\elsewhere}", "{\\emph}"} & set(
        written.replace("providecommand", " ").split()
    )
    assert written.count("\\providecommand") == 2
    assert [entry.fields["title"] for _, entry in read_bib_text(written).entries()] == [fields["title"]]


def test_names_said_in_a_note_keep_the_braces_of_arguments():
    entry = Entry("book", {"title": "T", "translator": "Brown, \\emph{Ann} and {Barnes Press}"}, "k")
    assert "Translated by \\emph{Ann} Brown and Barnes Press" in write_bib([entry], Dialect.BIBTEX)


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        ("publisher", "One \\par Two", "One Two"),
        ("translator", "Brown\\par, Ann", "Brown , Ann"),
        ("note", "One \\par Two", "One \\par Two"),
        ("presort", "\\input{x}", "inputx"),
        ("presort", "a(b", "ab"),
        ("translator", "a}b, C", "ab, C"),
    ],
)
def test_what_ends_biber_or_an_argument_of_biblatexs_goes(field, value, written):
    assert f"  {field} = {{{written}}},\n" in write_bib([Entry("book", {field: value}, "k")])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Kept by me@x.org\n% and you@x.org", "Kept by me(at)x.org\n% and you@x.org"),
        ("the special\n@Comment entry type.", "the special\n(at)Comment entry type."),
        ("@comment{me@x.org}", "@comment{me@x.org}"),
    ],
)
def test_free_text_begins_no_entries_for_biber(text, written):
    assert as_said_now(text, Dialect.BIBLATEX) == written
