"""What folding takes away, and what two spellings have in common then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import folding
from app.folding import fold, romanized, sounding

ALIKE = [
    ("accents", "Études de l’Épopée", "Etudes de l'Epopee"),
    ("ligatures", "Œuvre et æther", "oeuvre et aether"),
    ("typographic ligatures", "ﬁne ﬂow", "fine flow"),
    ("sharp s", "Straße", "STRASSE"),
    ("Nordic letters", "Søren på Ærø", "Soren pa Aero"),
    ("Polish l", "Łódź", "Lodz"),
    ("dashes", "1914–1918: war—and peace", "1914-1918 war and peace"),
    ("quotes", "“New” ‘men’ of «empire»", "New men of empire"),
    ("apostrophes join", "O’Neill's", "ONeills"),
    ("no-break and thin spaces", "vol.\u00a02\u2009no.\u202f3", "vol 2 no 3"),
    ("soft hyphens", "archi\u00adves", "archives"),
    ("braces", "{NATO}'s {C}old {{War}}", "natos cold war"),
    ("TeX accents", '{\\"O}konomie und K\\"unste', "Ökonomie und Künste"),
    ("TeX accents of every kind", "\\v{S}ari\\'c, Erd{\\H o}s, Gar\\c con", "Šarić, Erdős, Garçon"),
    ("TeX letters", "\\O rsted, Stra{\\ss}e, \\AA rhus, \\ae ther", "Ørsted, Straße, Århus, æther"),
    ("TeX dotless i", "na{\\\"\\i}ve", "naïve"),
    ("TeX commands", "\\emph{Pravda} and \\textit{Trud}", "Pravda and Trud"),
    ("TeX's own names", "The {\\TeX} book and \\LaTeX{}", "The TeX book and LaTeX"),
    ("character references", "Smith &amp; Sons&nbsp;Ltd &#8211; a history", "Smith & Sons Ltd - a history"),
    ("mathematics", "$\\alpha$-decay in $H_2O$", "α-decay in H2O"),
    ("a Greek letter spelt out", "Interleukin-1β", "interleukin-1beta"),
    ("tags of databases", "Ca<sup>2+</sup> and H<sub>2</sub>O", "Ca2 and H2O"),
    ("Cyrillic case and short i", "ВОЙНА И МИР", "воина и мир"),
    ("full-width letters", "ＡＢＣ１２３", "abc123"),
]  # fmt: skip

APART = [
    ("programming languages", "Algorithms in C", "Algorithms in C++"),
    ("C sharp", "Algorithms in C", "Algorithms in C#"),
    ("numbers", "Part 1", "Part 2"),
    ("a bare umlaut is not written out", "Müller", "Mueller"),
]

SOUNDS = [
    ("Chekhov", "Tchekhov"),
    ("Chekhov", "Čechov"),
    ("Chekhov", "Tschechow"),
    ("Chekhov", "Чехов"),
    ("Tolstoy", "Tolstoj"),
    ("Novoe vremia", "Novoye vremya"),
    ("Novoe vremia", "Новое время"),
    ("Yeltsin", "Ельцин"),
    ("Dostoevsky", "Dostoevskij"),
]


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in ALIKE], ids=[row[0] for row in ALIKE])
def test_spellings_of_one_text_fold_to_one(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_different_texts_stay_different(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@pytest.mark.parametrize(("a", "b"), SOUNDS)
def test_transliterations_of_one_name_sound_alike(a: str, b: str) -> None:
    assert sounding(fold(a)) == sounding(fold(b))


def test_names_that_merely_resemble_each_other_do_not_sound_alike() -> None:
    assert len({sounding(fold(name)) for name in ("Petrov", "Pavlov", "Popov", "Perov", "Ivanov")}) == 5


def test_romanized_letters_are_latin_and_latin_ones_stay() -> None:
    assert romanized(fold("Щедрин")) == "shchedrin"
    assert romanized(fold("Αθήνα")) == "athina"
    assert romanized("plain") == "plain"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text())
def test_a_folded_text_has_only_words_and_single_spaces(text: str) -> None:
    once = fold(text)
    assert once == " ".join(once.split())
    assert not {"{", "}", "-", "–", "'", "’", '"', ".", ",", ":", "\\"} & set(once)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="\\$<>+#")))
def test_case_never_matters(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


@pytest.mark.parametrize(
    "text",
    [
        r"\emph{Été} of \LaTeX and $x^2$ trade",
        r"L'\'e tude d’é\ss",
        r"é \v s",
        r"a \c c é",
        "5$ é 6$",
        "ё β <i>é</i> a",
    ],
)
def test_folding_by_words_is_folding_the_whole(text: str) -> None:
    assert fold(text) == folding._folded(text)
