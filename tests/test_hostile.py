r"""A hostile .bib is converted and typeset with every door open: nothing in it runs."""

import re
import shutil
import subprocess

import pytest

from app.__main__ import main

ATTACKS = [
    r"\input{evil}", r"\input evil ", r"\Input{evil}", r"\@input{evil}", r"^^5cinput{evil}",
    r"\csname input\endcsname{evil}",
    r"\immediate\write18{touch ran}", r"\openout5=ran ", r"\directlua{os.execute('touch ran')}",
    r"\ShellEscape{touch ran}",
    r"\expandafter\input\string evil ", r"$\input{evil}$", r"\url{\input{evil}}", r"\newcommand{\emph}{\input{evil}}",
    r"\catcode`\%=12 ", r"\def\par{x}", r"\stop", r"\end{document}", r"\endinput", r"\begin{itemize}", r"\end{quote}",
    r"\begin{tabular}{l}x", r"\iffalse", r"\fi", r"\bgroup", r"\egroup", r"\loop\iftrue\repeat", r"\halign", r"\and",
    r"\v", r"\'", r"\c \c", r"\\", r"\\[1cm", r"\/", r"\kern", r"\unheardof", r"\unheardof{x}",
    r"\foreignlanguage{german}{x}",
    r"$\left($", r"$x^$", "$", "%", "#", "&", "_", "^", "~", ",", ",,,,", "\x01", "}, note = {\\input{evil}",
]  # fmt: skip
BEFORE = r"""@comment{jabref-meta: grouping: 0 AllEntriesGroup:; 1 StaticGroup:\\input{evil}\;0\;1\;;}
@string{name = "\input{evil} \write18{touch ran}"}
@preamble{"\input{evil} \immediate\write18{touch ran}"}
\input{evil} me@x.org
"""
FIELDS = (
    *("author", "editor", "title", "subtitle", "booktitle", "journaltitle", "series", "note", "publisher", "location"),
    *(
        "pages",
        "volume",
        "edition",
        "date",
        "url",
        "doi",
        "isbn",
        "keywords",
        "presort",
        "langid",
        "crossref",
        "related",
    ),
    *("howpublished", "titleaddon", "type", "groups", "file", "abstract"),
)
TYPES = ("book", "article", "inbook", "online", "thesis", "misc", "inproceedings", r"bo\input{evil}ok")
START = r"\documentclass{article}\usepackage{url}\usepackage{textcomp,amsmath,amssymb}"
BODIES = {
    "bibtex": r"\usepackage[T1]{fontenc}\begin{document}\nocite{*}\bibliographystyle{plain}\bibliography{works}"
    r"\typeout{REACHED}\end{document}",
    "biblatex": r"\usepackage[backend=biber,style=authoryear]{biblatex}\addbibresource{works.bib}\begin{document}"
    r"\nocite{*}\printbibliography\typeout{REACHED}\end{document}",
}


def run(folder, *words):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, errors="replace", timeout=240, check=False)


def hostile():
    r"""A file in which each attack stands in every field of an entry, alone, and behind a word in another."""
    entries = []
    for number, attack in enumerate(ATTACKS):
        for form, text in (("alone", attack), ("behind", f"Doe {attack} x")):
            fields = "".join(f"  {name} = {{{text}}},\n" for name in FIELDS)
            entries.append(f"@{TYPES[number % len(TYPES)]}{{{form}{number},\n{fields}  title = name\n}}\n")
    entries.append("@book{\\input{evil},\n  author = name,\n  title = {A key}\n}\n")
    return BEFORE + "\n".join(entries)


@pytest.mark.parametrize(
    ("engine", "program", "dialect"), [("pdflatex", "bibtex", "bibtex"), ("lualatex", "biber", "biblatex")]
)
def test_a_hostile_file_is_converted_and_typeset_and_nothing_in_it_runs(tmp_path, engine, program, dialect, capsys):
    if shutil.which(engine) is None or shutil.which(program) is None:
        pytest.skip(f"{engine} or {program} is not installed")
    (tmp_path / "in.bib").write_text(hostile(), encoding="utf-8")
    (tmp_path / "evil.tex").write_text(r"\typeout{EVIL WAS READ}", encoding="utf-8")
    works = tmp_path / "works.bib"
    assert main(["convert", str(tmp_path / "in.bib"), str(works), "--dialect", dialect]) == 0
    capsys.readouterr()
    (tmp_path / "main.tex").write_text(START + BODIES[dialect], encoding="utf-8")
    latex = (engine, "-interaction=nonstopmode", "-shell-escape", "main.tex")
    run(tmp_path, *latex)
    said = run(tmp_path, program, "main")
    log = run(tmp_path, *latex).stdout
    assert said.returncode == 0 or program == "bibtex"
    assert not re.findall(r"^ERROR.*|.*---line \d+ of file.*", said.stdout, re.MULTILINE)
    # biber's own warnings quote a field before any command of the file is defined: those of lualatex are not counted.
    assert dialect == "biblatex" or not re.findall(r"^! .*\n.*\n.*", log, re.MULTILINE)
    assert "REACHED" in log
    assert "EVIL WAS READ" not in log
    assert not list(tmp_path.glob("ran*"))
