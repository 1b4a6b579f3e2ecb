"""The marks of the pointer notation; each is one token of the embedded model's tokenizer.

``<|0|>`` .. ``<|47|>``  slots of words that begin a phrase, ``<|48|>`` .. ``<|95|>`` of all other
words: in the prompt behind the word, in the answer instead of it. So the items of a list have
consecutive numbers, however many words they have.
``<|w|>``    the next slot means its word alone, not the words up to the end of its phrase
``<|raw|>``  no capital letter at the start of this text
``<|cap|>``  ``<|up|>``  the next word begins with a capital / is in capitals
``<|+|>``    no space before the next slot; before the number of an element of the markup to
             change: its start tag alone, what follows is its new content
``<|/|>``    end of the element that is open
``<|n2|>`` .. ``<|n20|>``  in the answer: the element that follows is the n-th of its name among its
siblings; in the prompt: behind a word that says this number
``<|page|>`` what follows describes the page; ``<|input|>`` what follows is markup to change
"""

from __future__ import annotations

from tagwright.markup.elements import VOID as VOID

PHRASES = 48
SLOTS = 96
MOST_SIBLINGS = 20

WORD = "<|w|>"
RAW = "<|raw|>"
CAP = "<|cap|>"
UP = "<|up|>"
GLUE = "<|+|>"
CLOSE = "<|/|>"
PAGE = "<|page|>"
INPUT = "<|input|>"

# How a copied string looks in an attribute. Text: as in a text node. Fixed: never copied.
TEXT_ATTRIBUTES = frozenset("alt title placeholder aria-label label summary".split())
SLUG_ATTRIBUTES = frozenset(
    "id for name value headers list form aria-labelledby aria-describedby aria-controls".split()
)
PATH_ATTRIBUTES = frozenset(["href", "src", "action", "data-bs-target", "data-target"])
FIXED_ATTRIBUTES = frozenset(
    "type autocomplete scope role lang method rel target charset inputmode enctype loading".split()
)


def slot(number: int) -> str:
    return f"<|{number}|>"


def sibling(number: int) -> str:
    return f"<|n{number}|>"


def all_marks() -> list[str]:
    """Every mark, in the order of their token ids."""
    marks = [WORD, RAW, CAP, UP, GLUE, CLOSE, PAGE, INPUT]
    marks += [sibling(n) for n in range(2, MOST_SIBLINGS + 1)]
    return marks + [slot(n) for n in range(SLOTS)]
