"""How people ask: one piece (noun + details) worded in many ways."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen, Piece

_NUMBERS = ("zero one two three four five six seven eight nine ten eleven twelve").split()
_AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e", "nl": "en"}
_WITH = {"de": "mit", "fr": "avec", "es": "con", "it": "con", "pt": "com", "nl": "met"}
_OPEN = (
    ["", "", "", "", "", ""]
    + ["create ", "make ", "build ", "add ", "generate ", "write ", "insert ", "design "]
    + ["please create ", "please add ", "can you make ", "could you write ", "I need ", "I want "]
    + ["give me ", "show ", "put here ", "html for ", "HTML for ", "markup for ", "code for "]
    + ["write the html for ", "generate html code for ", "create html for ", "we need "]
    + ["here goes ", "here comes ", "TAGWRIGHT: ", "html: ", "draw ", "set up ", "code "]
    + ["write me ", "make me ", "I'd like ", "let's have ", "how do I write ", "produce "]
    + ["generate the html of ", "create a snippet with ", "Please generate a html. Create "]
)
_CONNECT = (
    ["with {}"] * 8
    + ["that has {}", "which has {}", "containing {}", "including {}", "having {}", "incl. {}"]
    + ["showing {}", "featuring {}", "that includes {}", "that contains {}", "consisting of {}"]
    + [": {}", " - {}", " – {}", "({})", ", {}", "w/ {}", "using {}"]
)
_SENTENCE = [
    "It should have {}",
    "It has {}",
    "It contains {}",
    "It should include {}",
    "Include {}",
] + ["Add {}", "It needs {}", "There should be {}", "Use {}", "Must have {}", "Show {}"]
_QUOTES = ['"{}"', '"{}"', "'{}'", "“{}”", "`{}`", "‘{}’"]


def number(g: Gen, n: int) -> str:
    """A count as digits or as a word."""
    return _NUMBERS[n] if n < len(_NUMBERS) and g.chance(0.5) else str(n)


def quoted(g: Gen, value: str) -> str:
    return g.pick(_QUOTES).format(value)


def listing(g: Gen, values: Sequence[str]) -> str:
    """ "A, B and C" in its many forms."""
    values = list(values)
    if any("," in v or " and " in v for v in values) or g.chance(0.15):
        values = [g.pick(_QUOTES[:3]).format(v) for v in values]
    if len(values) == 1:
        return values[0]
    word = _AND.get(g.lang, "and")
    style = g.rng.random()
    if style < 0.45:
        return f"{', '.join(values[:-1])} {word} {values[-1]}"
    if style < 0.55 and len(values) > 2:
        return f"{', '.join(values[:-1])}, {word} {values[-1]}"
    if style < 0.85:
        return ", ".join(values)
    if style < 0.90:
        return f" {g.pick(['&', '+', '/'])} ".join(values) if len(values) < 4 else ", ".join(values)
    if style < 0.94:
        return "; ".join(values)
    if style < 0.97:
        return " | ".join(values)
    if len(values) > 2 and style < 0.98:
        return "\n" + "\n".join(f"- {v}" for v in values)
    return f" {word} ".join(values)


def items(g: Gen, label: str, values: Sequence[str], bare: float = 0.4) -> str:
    """Detail: given values. label: what they are, plural ("fields"); bare: chance of no label."""
    given = listing(g, [g.given(v) for v in values])
    if not label or g.chance(bare):
        return given
    n = number(g, len(values))
    return g.pick(
        ["{label} {given}", "the {label} {given}", "{label}: {given}", "{n} {label}: {given}"]
        + ["{n} {label} ({given})", "{label} for {given}", "{n} {label} {given}", "{given} {label}"]
        + ["the following {label}: {given}", "{label} ({given})", "{label} called {given}"]
    ).format(label=label, given=given, n=n)


def count(g: Gen, n: int, singular: str, plural: str) -> str:
    """Detail: how many, without saying which."""
    return f"{number(g, n)} {singular if n == 1 else plural}"


def titled(g: Gen, value: str, nouns: Sequence[str] = ("title", "heading")) -> str:
    """Detail: one given text, with the name of what it is."""
    value = g.given(value)
    noun = g.pick(nouns)
    form = g.pick(
        ["the {noun} {q}", "{noun} {q}", "a {noun} {q}", "{noun} {v}", "the {noun} {v}"]
        + ["{noun}: {q}", "{q} as {noun}", "a {noun} saying {q}", "{noun} text {q}", "{q} {noun}"]
    )
    return form.format(noun=noun, q=quoted(g, value), v=value)


def article(g: Gen, noun: str) -> str:
    if g.lang != "en" or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    return ("an " if noun[0].lower() in "aeiou" else "a ") + noun


def typo(g: Gen, prompt: str) -> str:
    """Damage one letter of one ordinary word that is not copied content."""
    words = prompt.split(" ")
    held = " ".join(g.copied)
    spots = [
        i
        for i, w in enumerate(words)
        if w.isalpha() and w.islower() and len(w) > 4 and w not in held
    ]
    if not spots:
        return prompt
    i = g.pick(spots)
    word, at = words[i], g.rng.randrange(1, len(words[i]) - 1)
    words[i] = g.pick(
        [word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]]
        + [word[:at] + word[at] + word[at:]]
    )
    return " ".join(words)


def say(g: Gen, piece: Piece) -> str:
    """Word a piece as a request, with a typo, a capital letter or a full stop now and then."""
    opening, out = ("", piece.request) if piece.request else _composed(g, piece)
    return noise(g, out, typos=0.08 if piece.request else 0.12, question=opening)


def noise(g: Gen, request: str, typos: float = 0.08, question: str = "") -> str:
    """A typo, a capital letter or a full stop now and then. question: the request's opening."""
    out = typo(g, request) if g.chance(typos) else request
    if g.chance(0.5):
        out = out[0].upper() + out[1:]
    if g.chance(0.25) and out[-1].isalnum():
        out += "?" if question.startswith(("can", "could", "how")) else "."
    return out


def _composed(g: Gen, piece: Piece) -> tuple[str, str]:
    """Opening, and the request made of opening, noun and details."""
    opening = g.pick(_OPEN) if g.lang == "en" else ""
    noun = piece.noun
    if opening or g.chance(0.6):
        noun = article(g, noun)
    out = opening + noun
    details = list(piece.details)
    first = True
    while details:
        take = details[: g.rng.randint(1, 3)]
        details = details[len(take) :]
        joined = take[0]
        for more in take[1:]:
            joined += (
                g.pick(
                    [f" {_AND.get(g.lang, 'and')} ", ", ", ", plus ", " and also ", ", "][
                        : 5 if g.lang == "en" else 1
                    ]
                )
                + more
            )
        if not first and g.lang == "en" and g.chance(0.4):
            out = out.rstrip(".") + g.pick([". ", ".\n", "; "]) + g.pick(_SENTENCE).format(joined)
        elif g.lang != "en":
            out += " " + g.pick([_WITH.get(g.lang, "with") + " {}"] * 3 + [": {}"]).format(joined)
        else:
            form = (
                g.pick(_CONNECT) if first else g.pick([", {}", " with {}", ", with {}", " and {}"])
            )
            out += form.format(joined) if form[0] in ":, " else " " + form.format(joined)
        first = False
    return opening, out.replace("  ", " ").strip()


def paired(
    g: Gen, pairs: Sequence[tuple[str, str]], forms: Sequence[str], joints: Sequence[str]
) -> str:
    """Pairs in one of the forms, which name the two "{k}" and "{v}", put together by a joint."""
    form = g.pick(forms)
    return g.pick(joints).join(form.format(k=k, v=v) for k, v in pairs)
