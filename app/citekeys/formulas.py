"""A formula in Better BibTeX's language, "auth.lower + shorttitle(3,3) + year | title", in, its parts out.

The grammar: alternatives divided by "|", "||" or ";", terms by "+"; a term is a text in quotation marks, a function, a
field, or a group in parentheses, each with filters behind dots; arguments in order or by name, regular expressions
between slashes; and "(a ? b : c)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.citekeys.pattern_parts import Alternative, Part, Pattern, PatternError, Step, pattern_error

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`)|(?P<regex>(?<=[(,\s=])/(?:[^/\\\n]|\\.)+/[a-z]*)"
    r"|(?P<number>-?\d+)|(?P<name>[^\W\d]\w*)|(?P<sign>\|\||&&|[-+.,()|;?:=<>!*\[\]]+?)|(?P<end>$))"
)
_PEOPLE = ("creator", "initials", "sep")
# The functions' arguments by their places.
_SIGNATURES = {
    "auth": ("n", "m", "creator", "initials"),
    "authors": ("n", "creator", "initials", "etal", "sep"),
    "authorsn": ("n", "creator", "initials", "etal", "sep"),
    "authini": ("n", *_PEOPLE),
    **dict.fromkeys(("authetal", "authetal2", "authauthea", "authorini", "authorlast", "authorsalpha", "authshort",
                     "authforeini", "authorlastforeini"), _PEOPLE),
}  # fmt: skip
_DIVIDERS = frozenset({"|", "||", ";"})


@dataclass(slots=True)
class _Token:
    kind: str
    text: str


class _Reader:
    """One pass over a formula."""

    def __init__(self, formula: str) -> None:
        self.formula = formula
        self.tokens = self._tokens()
        self.place = 0
        self.postfix = ""

    def _tokens(self) -> list[_Token]:
        tokens: list[_Token] = []
        position = 0
        while position < len(self.formula):
            match = _TOKEN.match(self.formula, position)
            if match is None or match.end() == position:
                raise self._error()
            kind = match.lastgroup or ""
            if kind != "end":
                tokens.append(_Token(kind, match[kind]))
            position = match.end()
        return [*tokens, _Token("end", "")]

    def _error(self, advice: str = "") -> PatternError:
        return pattern_error(self.formula, advice or "Write something like auth.lower + shorttitle(3,3) + year.")

    @property
    def _next(self) -> _Token:
        return self.tokens[self.place]

    def _take(self) -> _Token:
        token = self._next
        self.place += 1
        return token

    def _is(self, *signs: str) -> bool:
        return self._next.kind == "sign" and self._next.text in signs

    def read(self) -> Pattern:
        alternatives = self._alternatives()
        if self._next.kind != "end":
            raise self._error()
        return Pattern(alternatives, self.postfix)

    def _alternatives(self) -> tuple[Alternative, ...]:
        found: list[Alternative] = []
        while True:
            if not (self._next.kind == "end" or self._is(*_DIVIDERS, ")")):
                found.append(self._terms())
            if not self._is(*_DIVIDERS):
                return tuple(found)
            self._take()

    def _terms(self) -> Alternative:
        parts = [self._term()]
        while self._is("+"):
            self._take()
            parts.append(self._term())
        return tuple(part for part in parts if part is not None)

    def _term(self) -> Part | None:
        token = self._take()
        if token.kind == "text":
            text = token.text[1:-1]
            return Part(steps=(Step("text", (text,)), *self._filters())) if self._is(".") else Part(text)
        if token.kind == "sign" and token.text == "(":
            return self._group()
        if token.kind != "name":
            raise self._error()
        step = self._function(token.text)
        if step.name.lower() == "postfix" and not self._is("."):
            self.postfix = step.text(0, "format")
            return None
        return Part(steps=(step, *self._filters()))

    def _function(self, name: str) -> Step:
        arguments, named = self._call()
        if signature := _SIGNATURES.get(name.lower()):
            return Step(name, (), {**dict(zip(signature, arguments, strict=False)), **named})
        return Step(name, arguments, named)

    def _group(self) -> Part:
        first = self._alternatives()
        is_choice = self._is("?")
        if is_choice:
            self._take()
            chosen = self._terms()
            if not self._is(":"):
                raise self._error("A question has two answers: (a ? b : c).")
            self._take()
            first = (first[0], chosen, self._terms())
        if not self._is(")"):
            raise self._error("A parenthesis has no partner.")
        self._take()
        return Part(steps=self._filters(), group=first, is_choice=is_choice)

    def _filters(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        while self._is("."):
            self._take()
            token = self._take()
            if token.kind != "name":
                raise self._error("A dot is followed by the name of a filter, as in auth.lower.")
            steps.append(Step(token.text, *self._call()))
        return tuple(steps)

    def _call(self) -> tuple[tuple[str, ...], dict[str, str]]:
        arguments: list[str] = []
        named: dict[str, str] = {}
        if not self._is("("):
            return (), {}
        self._take()
        while not self._is(")"):
            name = ""
            if self._next.kind == "name" and self.tokens[self.place + 1].text == "=":
                name = self._take().text.lower()
                self._take()
            value = self._argument()
            if name:
                named[name] = value
            else:
                arguments.append(value)
            if self._is(","):
                self._take()
        self._take()
        return tuple(arguments), named

    def _argument(self) -> str:
        """An argument's text: what is quoted without its marks, else all up to the comma or parenthesis."""
        token = self._take()
        if token.kind == "text":
            return token.text[1:-1]
        if token.kind == "end":
            raise self._error("A parenthesis has no partner.")
        text = token.text
        while self._next.kind != "end" and not self._is(",", ")") and token.kind != "regex":
            text += self._take().text
        return text


def read_formula(formula: str) -> Pattern:
    """The parts of a formula. Raises PatternError where it cannot be read."""
    return _Reader(formula).read()
