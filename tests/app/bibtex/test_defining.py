"""Commands a document may not know are defined in the file."""

from app.bibtex import Dialect, read_bib_text, write_bib
from app.bibtex.around import Around, is_definition
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


def test_pdflatex_is_told_what_to_print_for_letters_that_no_document_knows():
    entry = Entry("book", {"title": "Мир, שלום ٣", "author": "Müller, Ä"}, "k")
    written = write_bib([entry])
    assert "\\unicodeelse{М}{M}" in written
    assert "\\unicodeelse{ש}{?}" in written
    assert "\\unicodeelse{٣}{3}" in written
    assert "\\unicodeelse{ü}" not in written
    assert [read for _, read in read_bib_text(written).entries()] == [entry]
    around = Around(written.partition("\n\n")[0])
    again = write_bib([entry, Entry("book", {"title": "ж"}, "l")], around=around)
    assert again.count("\\providecommand{\\unicodeelse}") == again.count("{М}{M}") == again.count("{ж}{zh}") == 1
    assert is_definition(around.start)


def test_accents_that_biber_makes_characters_of_are_known_to_pdflatex_too():
    assert "\\unicodeelse{\u030c}{}" in write_bib([Entry("book", {"title": "x\u030c"}, "k")])
    assert "unicodeelse" not in write_bib([Entry("book", {"title": "x\u030c"}, "k")], Dialect.BIBTEX)
