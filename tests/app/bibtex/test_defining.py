"""Commands a document may not know are defined in the file."""

from app.bibtex import Dialect, read_bib_text, write_bib
from app.entry import Entry


def test_commands_that_came_with_a_files_preamble_are_defined_again():
    entry = Entry("book", {"title": "\\noopsort{1973}Old \\mkbibemph{and} Фн"}, "k")
    written = write_bib([entry], Dialect.BIBTEX)
    assert "\\providecommand{\\noopsort}[1]{}" in written
    assert "\\providecommand{\\mkbibemph}[1]{\\emph{#1}}" in written
    # Engines that know Unicode print the letter; pdflatex, where no Cyrillic font is loaded, a Latin one.
    assert '\\providecommand{\\CYRF}{\\ifdefined\\Umathchar \\char"0424 \\else F\\fi}' in written
    assert [read for _, read in read_bib_text(written).entries()] == [entry]
    assert "mkbibemph}[1]" not in write_bib([entry])


def test_entries_that_need_nothing_bring_no_preamble():
    assert write_bib([Entry("book", {"title": "Müller \\emph{x}"}, "k")], Dialect.BIBTEX).startswith("@book{k,")
