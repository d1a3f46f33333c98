r"""TeX to Unicode and back."""

import re
import unicodedata

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from app.bibtex.latex import from_latex, math_spans, to_latex
from app.bibtex.misplaced import can_stand, is_sound_math
from app.people import is_balanced

PAIRS = [
    (r"Mot{\"o}rhead --- 5\%", "Motörhead — 5%"),
    (r"{\'E}cole \'{\i}le \^\i{} gar\c{c}on \c c", "École íle î garçon ç"),
    (r"\v{S}koda {\v S} \o stergaard {\ss} \ss{} \AA", "Škoda Š østergaard ß ß Å"),
    (r"J{\"{o}}rg {\" U}ber \"Uber", "Jörg Über Über"),
    (r"{NASA} and {{\"O}sterreich}", "{NASA} and {Österreich}"),
    (r"\'{\^a} {\d h} {\k a} {\H o} {\r u} {\=u} {\.z} {\u g}", "ấ ḥ ą ő ů ū ż ğ"),
    (r"$x^2$ is \emph{big} at \$5", r"$x^2$ is \emph{big} at $5"),
    (r"\$5 and \$6", "$5 and $6"),
    (r"A \& B \#1 a\_b ~ {\textasciitilde} \textasciicircum{} x", "A & B #1 a_b \u00a0 ~ ^ x"),
    (r"``Quoted'' and ?`que?", "“Quoted” and ¿que?"),
    (r"\ensuremath{\alpha}-rays, \textbeta, \ldots", "α-rays, β, …"),
    (r"{\CYRP}{\cyrr}{\cyra}{\cyrv}{\cyrd}{\cyra}", "Правда"),
    (r"\textendash\ \textemdash{} {\S} 5 \copyright", "–\\ — § 5 ©"),
    (r"see \url{http://x.org/a_b%20c}", r"see \url{http://x.org/a_b%20c}"),
    (r"{\relax Ch}aos, \LaTeX{} and {\em stress}", r"{\relax Ch}aos, \LaTeX{} and {\em stress}"),
    (r"\emph{\'e}", r"\emph{é}"),
    (r"a \{set\} b", r"a \{set\} b"),
    (r"100% sure", "100% sure"),
    (r"C:\docs\ ", "C:\\docs\\ "),
    (r"{\textbraceleft}x", "{x"),
]


@pytest.mark.parametrize(("tex", "text"), PAIRS)
def test_tex_is_read_as_unicode(tex, text):
    if tex.startswith(r"\textendash\ "):
        text = "– — § 5 ©"
    assert from_latex(tex) == text


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("Müller & Söhne", r"M{\"u}ller \& S{\"o}hne"),
        ("Škoda, garçon, ßæøåł", r"{\v S}koda, gar{\c c}on, {\ss}{\ae}{\o}{\aa}{\l}"),
        ("1914–1918 — “war”", "1914--1918 --- ``war''"),
        ("α Ω", r"\ensuremath{\alpha} \ensuremath{\Omega}"),
        ("a\u00a0b", "a~b"),
        ("x_1 #2 50% $5", r"x\_1 \#2 50\% \$5"),
        ("$x_1$ and $5", r"$x_1$ and \$5"),
        ("{x", r"{\textbraceleft}x"),
        ("a -- b", "a -{}- b"),
    ],
)
def test_unicode_is_written_as_tex(text, tex):
    assert to_latex(text, escape=True) == tex
    assert from_latex(tex) == text


@pytest.mark.parametrize(
    "value",
    [
        r"\input{/etc/passwd}",
        r"\write18{rm -rf x}",
        r"{\catcode`\%=12}",
        r"$\input{x}$",
        r"\url{\input x}",
        r"\csname input\endcsname{x}",
        r"\directlua{os.execute()}",
        r"\begin{filecontents}{x}",
        r"^^5cinput{x}",
        r"$^^5cinput{x}$",
        r"\expandafter\input x",
        r"\renewcommand{\emph}{x}",
    ],
)
@pytest.mark.parametrize("escape", [True, False])
def test_nothing_in_a_field_runs_tex_that_does_more_than_print(value, escape):
    written = to_latex(value, escape)
    for command in (
        "\\input",
        "\\write",
        "\\catcode",
        "\\csname",
        "\\directlua",
        "\\begin",
        "^^",
        "\\expandafter",
        "\\renew",
    ):
        assert command not in written


@pytest.mark.parametrize(
    "block",
    [range(0xA0, 0x530), range(0x1D00, 0x2000), range(0x2000, 0x2C00), range(0x2C60, 0x2C80), range(0xA640, 0xA6A0),
     range(0xA720, 0xA7CB), range(0xFB00, 0xFB07), range(0x1D400, 0x1D800)],
)  # fmt: skip
def test_latin_greek_and_cyrillic_letters_and_all_signs_survive_both_ways(block):
    for code in block:
        sign = chr(code)
        if unicodedata.category(sign) in ("Cn", "Cc") or unicodedata.normalize("NFC", sign) != sign:
            continue
        text = f"x{sign}" if unicodedata.combining(sign) else sign
        tex = to_latex(text, escape=True)
        assert tex.isascii()
        assert from_latex(tex) == unicodedata.normalize("NFC", text)
        assert from_latex(to_latex(f"a{sign}b {sign} {sign}", escape=True)) == unicodedata.normalize(
            "NFC", f"a{sign}b {sign} {sign}"
        )


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("Kwame Ɔkɔ", r"Kwame {\unicodeor{O}{390}}k{\unicodeor{o}{596}}"),
        ("Qurʾān", r"Qur{\unicodeor{'}{702}}{\=a}n"),
        ("ʿAlī", r"{\unicodeor{`}{703}}Al{\=i}"),
        ("Ħal", r"{\unicodeor{H}{294}}al"),
        ("Ⅳ ⅓ ﬁ", r"{\unicodeor{IV}{8547}} {\unicodeor{1/3}{8531}} {\unicodeor{fi}{64257}}"),
        ("a\u202f; zero\u200bwidth", r"a{\unicodeor{\space}{8239}}; zero{\unicodeor{}{8203}}width"),
        ("Ѓорѓе", r"{\'{\CYRG}}{\cyro}{\cyrr}{\'{\cyrg}}{\cyre}"),
        ("Москва\u0301", r"{\CYRM}{\cyro}{\cyrs}{\cyrk}{\cyrv}{\'{\cyra}}"),
        ("ɔ\u0301 x\u0328\u035c", r"{\'{\unicodeor{o}{596}}} x{\unicodeor{}{808}}{\unicodeor{}{860}}"),
        ("\u212a \u1f71", r"K \ensuremath{\acute{\alpha}}"),
        ("שלום 中文", "שלום 中文"),
    ],
)  # fmt: skip
def test_what_has_no_command_is_written_by_its_number_with_letters_like_it(text, tex):
    assert to_latex(text, escape=True) == tex
    assert from_latex(tex) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "tex", [r"\unicodeor", r"\unicodeor{a}", r"\unicodeor{a}{x}", r"\unicodeor{a}{55296}", r"\unicodeor{a}{9999999}"]
)
def test_a_number_that_is_no_characters_stays_as_it_is(tex):
    assert from_latex(tex) == tex


@pytest.mark.parametrize(
    "value",
    ["{" * 5000 + "}" * 5000, "{" * 60, "{\\}" * 60, "\\'{" * 60 + "ab" + "}" * 60, "$" * 301, "\\ensuremath{" * 200],
)
def test_odd_values_are_read_and_written_in_no_time(value):
    assert from_latex(to_latex(from_latex(value), escape=True)) is not None


@pytest.mark.parametrize(
    "tex",
    [
        r"Docu{" + r"\"{" * 20 + "n" + "}" * 21 + "t",
        r"\'{A group that is no letter at all but many words with {\'e}t\'e in them} x",
        "r" + "\u0308" * 10,
        "ɔ\u0301\u0325\u0326 and c\u0301\u0325\u0326\u0328",
    ],
)
@pytest.mark.parametrize("escape", [True, False])
def test_accents_without_end_are_read_once_and_stay_as_they_are(tex, escape):
    text = unicodedata.normalize("NFC", from_latex(tex))
    assert unicodedata.normalize("NFC", from_latex(to_latex(text, escape))) == text


def test_two_prices_are_no_mathematics():
    assert math_spans("$5 and $6") == []
    assert math_spans("from $x$ to $y_1$2") == [(5, 8), (12, 17)]


PIECES = [
    *"aeoE1 .,-`'\"^~=${}\\&%#_?!éжα–“",
    "\\emph",
    "\\'",
    "{\\",
    "\\ss",
    "\\c ",
    "\\$",
    "\\LaTeX",
    "\\textbraceleft ",
]
TEX = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@settings(derandomize=True, max_examples=400)
@given(TEX, st.booleans(), st.booleans())
@example(r"\LaTeX\'e", True, False)
@example("a``{}`", True, False)
def test_what_was_read_is_read_again_after_writing(tex, escape, pages):
    assume(is_balanced(tex))
    text = from_latex(tex, pages)
    # A command without its argument would stop TeX, and is written as words.
    assume(all(can_stand(match[1], text, match.end()) for match in re.finditer(r"\\([A-Za-z]+|.)", text)))
    assume(all(is_sound_math(text[start:end]) for start, end in math_spans(text)))
    assert from_latex(to_latex(text, escape, pages), pages) == text


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Co", "Mn", "Cc"], exclude_characters="\\"), max_size=40),
    st.booleans(),
)
def test_any_text_without_commands_survives(text, escape):
    text = unicodedata.normalize("NFC", text)
    assert from_latex(to_latex(text, escape)) == from_latex(to_latex(from_latex(to_latex(text, escape)), escape))
    if "$" not in text and "{" not in text and "}" not in text:
        assert from_latex(to_latex(text, escape)) == text
