"""The keys that a paper cites are found in its .aux file, or in its .tex file and those it takes in."""

import pytest

from app.cited_keys import keys_of_tex, read_cited_keys
from app.errors import UserError


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (r"\cite{a}", ["a"]),
        (r"\cite{a, b,c}", ["a", "b", "c"]),
        (r"\citep[see][4]{a}", ["a"]),
        (r"\citet*{a} and \Citeauthor{b}", ["a", "b"]),
        (r"\autocite[\S~4]{a}", ["a"]),
        (r"\autocite[{[85]}]{a}", ["a"]),
        (r"\autocite[see \emph{also}][4]{a}", ["a"]),
        ("\\footcite\n  [4]\n  {a}", ["a"]),
        (r"\autocites[4]{a}[5]{b,c}", ["a", "b", "c"]),
        (r"\parencites(see)(end)[4]{a}[5]{b} {c}", ["a", "b", "c"]),
        (r"\volcite{2}[34]{a}", ["a"]),
        (r"\pvolcite[see]{2}{a}", ["a"]),
        (r"\citefield{a}{title}", ["a"]),
        (r"\nocite{*}", ["*"]),
        (r"\citetext{see \citealp{a}, who doubts it}", ["a"]),
        (r"\defcitealias{a}{The Book}", ["a"]),
        (r"\newcommand{\mine}[1]{\autocite{#1}}", []),
        (r"\DeclareCiteCommand{\mine}{x}{y}", []),
        ("% \\cite{no}\n\\cite{a}% \\cite{no}", ["a"]),
        ("5\\% of \\cite{a}", ["a"]),
        ("line\\\\% \\cite{no}\n", []),
        ("\\cite{a,%\n  b}", ["a", "b"]),
        (r"\verb|\cite{no}| \cite{a}", ["a"]),
        ("\\begin{verbatim}\\cite{no}\\end{verbatim}\\cite{a}", ["a"]),
        ("\\cite{a}\\end{document}\\cite{no}", ["a"]),
        (r"\cite{Müller:2001/b}", ["Müller:2001/b"]),
        (r"\excited{no} \mycite{a}", ["a"]),
    ],
)
def test_the_keys_of_latex(text, keys):
    assert list(keys_of_tex(text)) == keys


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_the_aux_file_of_bibtex_and_of_biblatex(tmp_path):
    write(
        tmp_path,
        paper_aux="\\relax\n\\@input{one.aux}\n\\citation{a,b}\n\\bibcite{no}{1}\n\\abx@aux@cite{0}{c}\n\\abx@aux@cite{d}\n",
        one_aux="\\citation{e}\n\\@input{gone.aux}\n",
    )
    cited = read_cited_keys(tmp_path / "paper.aux")
    assert sorted(cited.keys) == ["a", "b", "c", "d", "e"]
    assert not cited.is_everything
    assert [path.name for path in cited.files] == ["paper.aux", "one.aux"]


def test_a_paper_in_several_files(tmp_path):
    write(
        tmp_path,
        paper_tex="\\input{one}\\include{parts/two}\\import{parts/}{three}\\input gone \\nocite{*}",
        one_tex="\\cite{a}\\input{paper}",
        parts__two_tex="\\cite{b}\\input{four.tex}",
        parts__three_tex="\\cite{c}",
        parts__four_tex="\\cite{d}",
    )
    cited = read_cited_keys(tmp_path / "paper.tex")
    assert sorted(cited.keys) == ["a", "b", "c", "d"]
    assert cited.is_everything
    assert cited.missing == ("gone",)


def test_a_paper_in_an_old_encoding(tmp_path):
    (tmp_path / "paper.tex").write_bytes("Brüssel \\cite{a}".encode("latin-1"))
    assert read_cited_keys(tmp_path / "paper.tex").keys == ("a",)


def test_a_paper_that_is_not_there(tmp_path):
    with pytest.raises(UserError, match="no file"):
        read_cited_keys(tmp_path / "paper.aux")
