"""Whole requests from hand-written templates: alternatives, values in many shapes, small talk."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Builder, Gen, Piece, kind
from tagwright_training.corpus.kinds_shared import Attrs, english
from tagwright_training.corpus.phrasing import listing, number, quoted

Value = str | int | Sequence[str] | Sequence[tuple[str, str]]

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
# What ends a phrase or a word in the pointer notation.
_PUNCTUATION = re.compile(r"[,;?!&]|[.:](?:\s|$)|\d/\d")
# Scales the weights, so that natural requests are about a fifth of all rows.
_SHARE = 0.58
# A file, address or identifier.
_NAME = re.compile(r"[./_#@-]")
_JOINTS = {
    "arrow": " -> ",
    "sign": " > ",
    "slash": " / ",
    "pipe": " | ",
    "comma": ", ",
    "semi": "; ",
    "plus": " + ",
    "dash": " - ",
    "lines": "\n",
}
_PAIRS = ("{} ({})", "{}: {}", "{} - {}", "{} – {}", "{} = {}", "{} -> {}", '{} "{}"')
# Questions with their answers; both may have punctuation.
_ASKED = {
    "qa": ("Q: {}\nA: {}", "{}\n{}", "- {} {}", "Question: {}\nAnswer: {}", "{} {}"),
    "pairs": ('"{}" "{}"', '"{}" - "{}"', '"{}" (answer: "{}")', 'Q: "{}" A: "{}"'),
}
_TALK = (
    "Keep it simple.|No CSS please.|It should look good on phones too.|Thanks!|Nothing fancy.|"
    "Use semantic HTML.|Only the HTML, no styling.|Make sure it is accessible.|thx|"
    "That's all for now.|The styles come later.|I will add the CSS myself.|Make it look modern.|"
    "It should be responsive.|Just the markup.|Please keep the code clean.|"
    "The design should be clean and easy to read.|Everything else is up to you."
).split("|")
_GREETING = ("Hi, ", "Hello! ", "Hey, ", "ok, ", "so, ", "Next: ", "TODO: ", "Now ", "Right, ")
_ID_NOTES = (
    " Give it the id {}.| (id: {})|, id {}| Its id should be {}.| The id is {}.|, id={}|"
    ' Set the id to "{}".| I need the id "{}" on it.| with the id {}|, with id="{}"| #{}|'
    " Call its id {}.| The outer element gets id {}.|\nid: {}"
).split("|")
_CLASS_NOTES = (
    " Give it the class {}.| (class: {})|, class {}| Its class should be {}.| The class is {}.|"
    ' Set the class to "{}".|, class={}| It needs the CSS class "{}".| with the class {}|'
    ', with class="{}"| .{}| Add the class {} to it.| The outer element gets class {}.|'
    "\nclass: {}"
).split("|")
_BOOTSTRAP_NOTES = (
    " (Bootstrap)| Use Bootstrap 5.|, with bootstrap classes| We use Bootstrap.|, bootstrap 5|"
    " It is a Bootstrap page.| Bootstrap please.|, using Bootstrap| Style it with Bootstrap 5."
).split("|")


def natural(
    name: str, weight: float = 1.0, languages: Collection[str] = ()
) -> Callable[[Builder], Builder]:
    """Register a kind of whole requests. languages: those it has templates in besides English."""

    def register(build: Builder) -> Builder:
        @kind(name, weight * _SHARE)
        def built(g: Gen) -> Piece:
            if g.lang not in languages:
                english(g)
            if g.lang != "en" or g.context.framework or not g.chance(0.06):
                return build(g)
            page = g.context.framework
            g.context = replace(g.context, framework="bootstrap")
            piece = build(g)
            g.context = replace(g.context, framework=page)
            piece.request = _joined(piece.request, g.pick(_BOOTSTRAP_NOTES))
            return piece

        return built

    return register


class Wish:
    """One request in the making: what its root element is given, and its words."""

    def __init__(self, g: Gen) -> None:
        self.g = g
        self.note = ""

    def root(self, bootstrap: str = "", share: float = 0.08) -> Attrs:
        """Id or class of the root element; the request says so after everything else."""
        g = self.g
        attrs: Attrs = {}
        classes = g.cls("", bootstrap) or ""
        if g.lang == "en" and g.chance(share):
            value = g.given(lexicon.identifier(g))
            if g.chance(0.55):
                form = g.pick(_ID_NOTES)
                attrs["id"] = value
            else:
                form = g.pick(_CLASS_NOTES)
                classes = f"{classes} {value}".strip()
            if "#{}" in form or ".{}" in form:
                g.given(form.format(value).strip())  # the word as it stands in the prompt
            self.note = form.format(value)
        if classes:
            attrs["class"] = classes
        return attrs

    def piece(self, html: str, templates: Sequence[str], **values: Value) -> Piece:
        """The request from one of the templates; every value it names is given."""
        g = self.g
        out = fill(g, g.pick(templates), values)
        if self.note:
            out = _joined(out, self.note)
        elif g.lang == "en" and g.chance(0.07):
            out = _joined(out, " " + g.pick(_TALK))
        if g.lang == "en" and g.chance(0.04) and not out.startswith(tuple(g.copied)):
            out = g.pick(_GREETING) + (out if out[:2] == "I " else out[:1].lower() + out[1:])
        for value in list(g.copied):
            if not out.startswith(value):
                continue
            if _NAME.search(value) and " " not in value:
                out = f'"{value}"{out[len(value) :]}'  # else it could get a capital
                break
            g.given(value[:1].upper() + value[1:])  # a request may begin with a capital
        return Piece("", html, request=out)


def _joined(request: str, note: str) -> str:
    """The request with something after it, as a sentence of its own or as its last words."""
    if note[:2].strip()[:1].isupper() and request[-1] not in ".?!:":
        return f"{request}.{note}"
    if not note[:2].strip()[:1].isupper() and not note.startswith("\n"):
        return request.rstrip(".?!") + note if request[-1] in ".?!" else request + note
    return request + note


def fill(g: Gen, template: str, values: Mapping[str, Value]) -> str:
    """A template with its "[this|that]" chosen and its "{value}" or "{value_shape}" filled in."""
    if "[" in template:
        template = _CHOICE.sub(lambda found: g.pick(found[1].split("|")), template)
    return template.format_map(_Shapes(g, values)).strip()


class _Shapes(dict[str, str]):
    """What stands for a value: "title" may be quoted, "title_q" is, "links_arrow" is A -> B."""

    def __init__(self, g: Gen, values: Mapping[str, Value]) -> None:
        super().__init__()
        self.g = g
        self.values_ = values

    def __missing__(self, key: str) -> str:
        g = self.g
        name, _, shape = key.partition("_")
        value = self.values_[name]
        if isinstance(value, int):
            return str(value) if shape else number(g, value)
        if isinstance(value, str):
            return one_value(g, value, shape)
        return many_values(g, value, shape)


def one_value(g: Gen, value: str, shape: str = "") -> str:
    """A given value, in quotes where it has punctuation or by chance. shape: q, b (bare)."""
    g.given(value)
    share = 0.65 if value.count(" ") > 2 else 0.35
    share = {"q": 0.9, "b": 0.0}.get(shape, share)
    if _PUNCTUATION.search(value) or g.chance(share):
        return f'"{value}"' if "'" in value else quoted(g, value)
    return value


def many_values(g: Gen, values: Sequence[str] | Sequence[tuple[str, str]], shape: str) -> str:
    """Given values as a list. shape: a joint, bul, num, then; none: as people write lists."""
    parts: list[str] = []
    form = g.pick(_ASKED.get(shape, _PAIRS))
    for value in values:
        for words in (value,) if isinstance(value, str) else value:
            if words[-1] in ".?!":
                g.given(words[:-1])  # what ends the phrase is no part of its words
        if isinstance(value, str):
            parts.append(g.given(value))
        else:
            a, b = g.given(value[0]), g.given(value[1])
            if shape not in _ASKED and _PUNCTUATION.search(b):
                form = '{}: "{}"'
            parts.append(form.format(a, b))
    if shape in _ASKED:
        return ("\n" if shape == "qa" else g.pick([" ", "; "])).join(parts)
    if shape == "bul":
        mark = g.pick("-*•")
        return "\n" + "\n".join(f"{mark} {part}" for part in parts)
    if shape == "num":
        return " ".join(f"{i}) {part}" for i, part in enumerate(parts, start=1))
    if any("," in part for part in parts) and shape in ("comma", "then"):
        shape = "semi"
    if shape == "then" and len(parts) > 1:
        middle = [f"then {part}" for part in parts[1:-1]]
        last = f"{g.pick(['finally', 'last'])} {parts[-1]}"
        return ", ".join([f"first {parts[0]}", *middle, last])
    if shape == "or":
        return f" {g.pick(['or', 'or', 'and'])} ".join(quoted(g, part) for part in parts)
    if shape == "quotes":
        mark = g.pick(['"{}"', '"{}"', "“{}”", "`{}`"])
        return g.pick([", ", " ", "; ", " and "]).join(mark.format(part) for part in parts)
    if shape in _JOINTS:
        return _JOINTS[shape].join(parts)
    if values and not isinstance(values[0], str) and g.chance(0.25):
        return "; ".join(parts)
    return listing(g, parts)
