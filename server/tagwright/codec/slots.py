"""A prompt as the model reads it: words with numbered slots.

The model can point at a word, or at the phrase from that word to the next boundary (comma, quote,
"and"), instead of spelling it. So words that it has never seen are copied exactly, and a list item
costs one token however long it is. The idea is that of pointer networks (Vinyals, Fortunato and
Jaitly 2015, arXiv:1506.03134), done in the vocabulary so that the model stays a stock Llama.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tagwright.codec.notation import CAP, CLOSE, MOST_SIBLINGS, PHRASES, SLOTS, UP, sibling, slot

# Longest piece of one word that the model gets to read; the rest is only ever copied.
_WORD_LENGTH = 16

_QUOTED = re.compile(
    r'"([^"\n]+)"|“([^”\n]+)”|„([^“”\n]+)[“”]|«\s*([^»\n]+?)\s*»|`([^`\n]+)`|‘([^’\n]+)’'
    r"|(?<!\w)'([^'\n]+)'(?!\w)"
)
_TOKEN = re.compile(
    r"https?://[^\s,;\"'<>()]+"
    r"|\d{1,2}:\d\d(?:\s?[ap]m)?(?:\s?[-–]\s?\d{1,2}:\d\d(?:\s?[ap]m)?)?\b"
    r"|[$€£]?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:\s?[€£%])?(?!\w)"
    r"|\d+(?:[.,]\d+)?\s?[€£](?!\w)"
    r"|[^\s,;:!?()\[\]{}|\"“”„«»`=<>•–—]+"
    r"|\S|\n"
)
# Words that end a phrase, in the languages that the corpus speaks.
_CONJUNCTIONS = frozenset("and or plus und oder et ou y e o".split())
_BOUNDARIES = _CONJUNCTIONS | frozenset(
    "with then that which where containing including having featuring consisting showing "
    "using includes contains has as mit avec con com en met".split()
)
# Words for parts of a page: what they name stands before or behind them ("columns Name, Age",
# "Save button"), and is a phrase of its own.
_PARTS = frozenset(
    "button buttons field fields input inputs textfield textarea dropdown select checkbox link "
    "links column columns row rows item items option options tab tabs plan plans tier tiers label "
    "labels "
    "title titled heading headings headline header headers subtitle caption text placeholder "
    "section sections image images picture card cards step steps question questions page pages "
    "entry entries box class classes id alt src href called named labelled labeled saying says "
    "reading entitled "
    "spalten felder feldern titel colonnes champs titre liens columnas campos enlaces colonne "
    "campi titolo colunas".split()
)
_ENDS = _BOUNDARIES | _PARTS
# What stands before and between the things in a wish to change markup: "rename Home to Start",
# "put the price before the name".
_CHANGES = frozenset(
    "to after before behind below above beneath under over into from by instead between "
    "add insert append put place move remove delete drop take rename change replace turn make set "
    "swap wrap give sort reorder convert mark call let "
    "nach vor zu unter après avant sous dans después antes dopo prima depois".split()
)
# "list of red, green": here "of" ends a phrase, in "terms of use" it doesn't.
_COLLECTIONS = frozenset("list lists menu set series group grid row gallery collection".split())
_QUESTIONS = frozenset(
    "how what when where who why which can do does is are will should may".split()
)
_ARTICLES = frozenset(
    "a an the der die das ein eine le la les un une el los las il lo uma um os".split()
)
# Words that nobody copies on their own. One that begins a phrase gets a slot all the same.
_STOP = (
    _BOUNDARIES
    | _ARTICLES
    | frozenset(
        "of for to in on is are be it its as at by from please i my me we our you your this these "
        "those have should can could would add create make need want des de du".split()
    )
)


_COUNTS = {
    word: number
    for language in (
        "two three four five six seven eight nine ten eleven twelve",
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "deux trois quatre cinq six sept huit neuf dix onze douze",
        "dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "due tre quattro cinque sei sette otto nove dieci undici dodici",
        "dois três quatro cinco seis sete oito nove dez onze doze",
        "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    )
    for number, word in enumerate(language.split(), start=2)
}
_COUNT = re.compile(r"(\d{1,2}|[^\W\d_]+)(?:[x-]\S*)?")


@dataclass(frozen=True)
class Slot:
    """One word of the prompt that can be pointed at.

    word: the word. phrase: from this word to the end of its phrase. quoted: it stood in quotes.
    item: it begins an item of a list or a quotation, so it is content and not description.
    count: the number that it says of the word behind it ("4 rows"), 0 for none.
    exact: it is a class or an attribute value, written as it is wherever it goes.
    """

    number: int
    word: str
    phrase: str
    quoted: bool
    item: bool
    count: int
    exact: bool = False


@dataclass(frozen=True)
class SlottedPrompt:
    """text: what the model reads. slots: by number.

    next_phrase, next_word: the first numbers of their sorts that are left over.
    """

    text: str
    slots: dict[int, Slot]
    next_phrase: int
    next_word: int


@dataclass
class _Token:
    start: int
    end: int
    is_word: bool
    quote: int  # 0 outside quotes, else the number of the quotation
    quote_end: int


def _tokens(prompt: str) -> list[_Token]:
    tokens: list[_Token] = []

    def plain(start: int, end: int, quote: int = 0) -> None:
        for match in _TOKEN.finditer(prompt, start, end):
            for piece_start, piece_end in _split_word(prompt, match.start(), match.end()):
                is_word = any(c.isalnum() for c in prompt[piece_start:piece_end])
                tokens.append(_Token(piece_start, piece_end, is_word, quote, end))

    at = 0
    for number, match in enumerate(_QUOTED.finditer(prompt), start=1):
        group = next(i for i in range(1, 8) if match.group(i) is not None)
        plain(at, match.start())
        tokens.append(_Token(match.start(), match.start() + 1, False, 0, 0))
        plain(match.start(group), match.end(group), number)
        tokens.append(_Token(match.end() - 1, match.end(), False, 0, 0))
        at = match.end()
    plain(at, len(prompt))
    return tokens


def _split_word(prompt: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut full stops off the end of a word, and "Name/Email" at its slash, not paths and dates."""
    word = prompt[start:end]
    core = word.rstrip(".'’")
    if not core:
        return [(start, end)]
    pieces = []
    parts = core.split("/")
    if len(parts) > 1 and all(part[:1].isalpha() and part.isalnum() for part in parts):
        at = start
        for part in re.split(r"(/)", core):
            if part:
                pieces.append((at, at + len(part)))
            at += len(part)
    else:
        pieces.append((start, start + len(core)))
    if len(core) < len(word):
        pieces.append((start + len(core), end))
    return pieces


def count_of(word: str) -> int:
    """The number from 2 to 20 that a word says ("4", "four", "four-column"), 0 for none."""
    match = _COUNT.fullmatch(word.lower())
    if match is None:
        return 0
    number = int(match[1]) if match[1].isdecimal() else _COUNTS.get(match[1], 0)
    return number if 2 <= number <= MOST_SIBLINGS else 0


def shown(word: str, sentence_start: bool = False) -> str:
    """The word as the model reads it: lower case behind a case mark, cut to a sane length."""
    mark = ""
    if len(word) > 1 and word.isupper():
        mark = UP
    elif word[:1].isupper() and not sentence_start:
        mark = CAP
    return f"{mark} {word.lower()[:_WORD_LENGTH]}"


def slotted(prompt: str, first: int = 0, *, changes: bool = False) -> SlottedPrompt:
    """Number the words of ``prompt``: those that begin a phrase from 0, the others from 48.

    first: added to all numbers; training varies it so that every slot is learned. changes: whether
    it asks for a change of given markup, where "to" and "after" end phrases too. Words beyond the
    last slot of their sort get none and can't be copied.
    """
    ends = _ENDS | _CHANGES if changes else _ENDS
    # The notation's own marks have no meaning in a user's text.
    prompt = re.sub(r"<\|+", "<", prompt).strip()
    tokens = _tokens(prompt)
    text: list[str] = []
    slots: dict[int, Slot] = {}
    next_phrase, next_word = first, PHRASES + first
    sentence_start = phrase_start = True
    item_start = False  # behind punctuation or a conjunction, where items of a list begin
    for index, token in enumerate(tokens):
        raw = prompt[token.start : token.end]
        if not token.is_word:
            text.append(f" {raw}" if raw in "\"'“„«‘`([" else raw)
            phrase_start = item_start = True
            sentence_start = raw in (".", "!", "?", "\n")
            continue
        text.append(shown(raw, sentence_start and not token.quote))
        count = 0 if token.quote else count_of(raw)
        if count:
            # the mark that the answer writes before its count-th sibling
            text.append(sibling(count))
        lower = raw.lower()
        boundary = not token.quote and lower in ends and lower not in _PARTS
        part = not token.quote and lower in _PARTS
        named = raw[0].isupper() and not sentence_start  # "Our work" as a title
        begins = not boundary and (named or (item_start and lower not in _ARTICLES))
        if not boundary and (lower not in _STOP or token.quote or begins):
            number = next_phrase if phrase_start else next_word
            if number < (PHRASES if phrase_start else SLOTS):
                phrase = prompt[token.start : _phrase_end(prompt, tokens, index, ends)]
                item = item_start and phrase_start
                counted = count if _counts_word(prompt, tokens, index) else 0
                slots[number] = Slot(number, raw, phrase, bool(token.quote), item, counted)
                text.append(slot(number))
            if phrase_start:
                next_phrase += 1
            else:
                next_word += 1
            phrase_start = False
        if boundary or part or _of_collection(prompt, tokens, index):
            phrase_start = True
        item_start = not token.quote and lower in _CONJUNCTIONS
        sentence_start = False
    if next_phrase < PHRASES:
        # Attention finds what is there, not what is missing: a model that looks for the item
        # behind the last one finds the end of the prompt.
        text.append(CLOSE + slot(next_phrase))
    return SlottedPrompt("".join(text), slots, next_phrase + 1, next_word)


def _counts_word(prompt: str, tokens: list[_Token], index: int) -> bool:
    """Whether a word stands directly behind word ``index``, so that a number there counts it."""
    if index + 1 == len(tokens):
        return False
    following = tokens[index + 1]
    word = prompt[following.start : following.end].lower()
    return following.is_word and not following.quote and word not in _STOP


def _of_collection(prompt: str, tokens: list[_Token], index: int) -> bool:
    """Whether word ``index`` is the "of" in "list of"."""
    if not index or tokens[index].quote:
        return False
    before, word = (prompt[t.start : t.end].lower() for t in tokens[index - 1 : index + 1])
    return word == "of" and before in _COLLECTIONS


def _phrase_end(prompt: str, tokens: list[_Token], index: int, ends: frozenset[str]) -> int:
    """Offset where the phrase that holds word ``index`` ends."""
    token = tokens[index]
    if token.quote:
        return token.quote_end
    end = token.end
    for at in range(index + 1, len(tokens)):
        following = tokens[at]
        raw = prompt[following.start : following.end]
        if raw in ("?", "!") and following.start == end:
            # The mark belongs to a text ("Ready?"), but at the very end to the request itself,
            # unless that ends with a question to be copied.
            asks = prompt[token.start : token.end].lower() in _QUESTIONS
            return following.end if asks or following.end < len(prompt) else end
        if not following.is_word or following.quote or _of_collection(prompt, tokens, at):
            break
        if raw.lower() in ends:
            break
        end = following.end
    return end
