r"""Entries full of what breaks TeX are typeset by the real programs, and nothing in them runs."""

import re
import shutil
import subprocess

import pytest

from app.bibtex import Dialect, write_bib
from app.entry import Entry

SIGNS = {"author": "Müller-Lüdenscheidt, Jörg and van der Berg, Jan, and O'Neill, \"Tip\" and A, Jr., B, C",
         "title": "100% & #1: a_b ^ ~ \\ {unbalanced", "journaltitle": "J & K", "date": "1967-03-05"}  # fmt: skip
BODY = {"author": "{Barnes & Noble, Inc.} and others", "title": "“Quotes” – dashes — $x^2$ at $5 and $6",
        "publisher": "Éditions de l'Été", "location": "Besançon", "date": "2001"}  # fmt: skip
KING = {"author": "King, Jr., Martin Luther", "title": "A \\emph{dream} of {NASA} ½ … № α≤β", "date": "2005-10-18",
        "url": "https://x.org/a_b%20c?d=e&f#g~h", "urldate": "2020-01-02"}  # fmt: skip
EVIL = {"author": "Evil, E.", "title": "\\input{/etc/hosts} \\write18{touch ran} \\catcode`\\%=12 ^^5cinput x",
        "publisher": "$\\input{/etc/hosts}$", "note": "\\immediate\\openout5=ran \\csname end\\endcsname",
        "date": "1999", "location": "\\begin{filecontents}{ran}x\\end{filecontents}"}  # fmt: skip
LETTERS = {"author": "Łukasiewicz, Jan and Čapek, Karel", "title": "Ő ű ș ț ğ ı ż ø ß þ", "type": "phdthesis",
           "institution": "Uniwersytet Łódzki", "date": "1914/1918"}  # fmt: skip
FAR = {"author": "Brown, Ann", "title": "Ả ơ Ȁ ḁ ₣ ≲ ∯ √ ♭ ♀ Ⅳ ɔ\u0301 \u200b\u2060‑ Антон Ѓорѓиев Qurʾān",
       "publisher": "Ὀδυσσεύς", "location": "Ħamrun", "date": "2003"}  # fmt: skip
FAR_NAMES = {"author": "Ɔkɔ, Əli and ʿAlī, Qurʾān and Чехов, Антон and Ѓорѓиев, Ө.", "title": "T",
             "publisher": "P", "date": "2004"}  # fmt: skip
STOPPED = {"author": "Stop, \\v{ and Halt, H. \\'", "editor": "\\emph{Ann} \\mychem Brown", "title": "\\kern \\emph{",
           "booktitle": "$\\left( x$ $a^$ $\\frac{1}$ a\\left(", "note": "\\href{a%b}{c} \\vspace{1cm \\hbox \\item",
           "series": "\\mychem{H2O} \\MYLOGO{} \\rule \\over", "publisher": "a\x07b\x01 \\accent \\c", "date": "2007",
           "translator": "a}, b = {c", "organization": "\\par \\cite \\halign",
           "location": "\\number \\mathbb R"}  # fmt: skip
# biber turns some of their commands into characters again, which pdflatex does not know, and breaks at others in names.
FAR_KEYS = ("far2003", "names2004")
NASTY = [
    Entry("book", FAR, "far2003"),
    Entry("book", FAR_NAMES, "names2004"),
    Entry("article", SIGNS, "signs1967"),
    Entry("book", BODY, "body2001"),
    Entry("online", KING, "king2005"),
    Entry("book", EVIL, "evil1999"),
    Entry("inbook", STOPPED, "stopped2007"),
    Entry("thesis", LETTERS, "luk1914"),
    Entry("inbook", {"author": "Day, D.", "title": "Part?", "subtitle": "Sub", "crossref": "parent"}, "part"),
    Entry("book", {"author": "Fox, E.", "title": "Whole", "date": "1990", "publisher": "P"}, "parent"),
    Entry("misc", {"title": "No author and \\noopsort{1}no date"}, "nobody"),
]

PREAMBLE = r"\documentclass{article}\usepackage{url}\usepackage{textcomp,amsmath,amssymb}"
PDFLATEX = r"\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}"
BIBTEX = r"\begin{document}\nocite{*}\bibliographystyle{STYLE}\bibliography{works}\end{document}"
BIBLATEX = r"""LOAD\addbibresource{works.bib}\AtEveryBibitem{\typeout{ITEM:\thefield{entrykey}}}
\begin{document}\nocite{*}\printbibliography\end{document}"""


def run(folder, *words):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, errors="replace", timeout=180, check=False)


def installed(engine, program, style):
    if shutil.which(engine) is None or shutil.which(program) is None:
        return False
    files = ("biblatex-chicago.sty", "xstring.sty", "csquotes.sty") if style == "chicago" else ()
    return all(run(".", "kpsewhich", file).returncode == 0 for file in files)


@pytest.mark.parametrize(
    ("engine", "dialect", "style"),
    [
        ("pdflatex", Dialect.BIBTEX, "plain"),
        ("pdflatex", Dialect.BIBTEX, "abbrv"),
        ("lualatex", Dialect.BIBTEX, "plain"),
        ("pdflatex", Dialect.BIBLATEX, "authoryear"),
        ("lualatex", Dialect.BIBLATEX, "authoryear"),
        ("pdflatex", Dialect.BIBLATEX, "chicago"),
    ],
)
def test_nasty_entries_are_typeset_and_run_nothing(tmp_path, engine, dialect, style):
    program = {"bibtex": "bibtex", "biblatex": "biber"}[dialect]
    if not installed(engine, program, style):
        pytest.skip(f"{engine}, {program} or the style {style} is not installed")
    # biblatex-chicago 2.2 itself runs in a circle on any command in the title of an @online.
    entries = [entry for entry in NASTY if style != "chicago" or entry.entrytype != "online"]
    if (engine, dialect) == ("pdflatex", Dialect.BIBLATEX):
        entries = [entry for entry in entries if entry.key not in FAR_KEYS]
    (tmp_path / "works.bib").write_text(
        write_bib(entries, dialect, escape_latex=engine == "pdflatex"), encoding="utf-8"
    )
    load = r"\usepackage[backend=biber,style=STYLE]{biblatex}".replace("STYLE", style)
    if style == "chicago":
        load = r"\usepackage[notes,backend=biber]{biblatex-chicago}"
    body = BIBTEX.replace("STYLE", style) if dialect == Dialect.BIBTEX else BIBLATEX.replace("LOAD", load)
    start = PREAMBLE + (PDFLATEX if engine == "pdflatex" else "")
    (tmp_path / "main.tex").write_text(start + body, encoding="utf-8")
    latex = (engine, "-interaction=nonstopmode", "-no-shell-escape", "main.tex")
    run(tmp_path, *latex)
    said = run(tmp_path, program, "main").stdout
    run(tmp_path, *latex)
    log = run(tmp_path, *latex).stdout
    assert not re.findall(r"^ERROR.*|.*---line \d+ of file.*", said, re.MULTILINE)
    assert not re.findall(r"^! .*\n.*\n.*", log, re.MULTILINE)
    assert not (tmp_path / "ran").exists()
    assert "/etc/hosts)" not in log.replace("\n", "")
    if dialect == Dialect.BIBTEX:
        items = re.findall(r"\\bibcite\{(.*?)\}", (tmp_path / "main.aux").read_text(encoding="utf-8"))
    else:
        items = re.findall(r"ITEM:(\S+)", log)
    assert sorted(items) == sorted(entry.key for entry in entries)
