"""Corpus row -> the two texts that the embedded model is trained on (question and answer).

One place for training; serving renders with the same codec and the chat template in the tokenizer.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tagwright.codec.notation import SLOTS, slot
from tagwright.codec.reading import read_request
from tagwright.engines.base import Message
from tagwright.prompt import Request
from tagwright_training.answers import Style, encode_answer
from tagwright_training.corpus import Row

ANSWER = "<|answer|>"
END = "<|end|>"
PAD = "<|pad|>"
# Only the user's words reach the embedded model: a fixed system message would cost tokens and
# say nothing to a model that has never seen another one.
CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{% if message['role'] == 'user' %}{{ message['content'] }}" + ANSWER + "{% endif %}"
    "{% if message['role'] == 'assistant' %}{{ message['content'] }}" + END + "{% endif %}"
    "{% endfor %}"
)


@dataclass(frozen=True)
class Variant:
    """A codec for the comparison (``tagwright-train codecs``).

    pointers: off, words are spelt in plain BPE. style: see ``answers.Style``.
    """

    pointers: bool = True
    style: Style = field(default_factory=Style)


FULL = Variant()


def render(row: Row, first: int = 0, variant: Variant = FULL) -> tuple[str, str]:
    """Return (question, answer); raises ``NotEncodable``. first: number of the first slot."""
    request = Request(row.prompt, row.context, row.input)
    question = read_request(request, first).text
    if not variant.pointers:
        for number in range(SLOTS):
            question = question.replace(slot(number), "")
    copied = row.copied if variant.pointers else ()
    answer = encode_answer(request, row.html, copied, first, variant.style)
    return question + ANSWER, answer + END


def messages(row: Row) -> tuple[Message, Message]:
    """The row as chat messages, for trainers that apply the chat template themselves."""
    question, answer = render(row)
    return (
        Message(role="user", content=question.removesuffix(ANSWER)),
        Message(role="assistant", content=answer.removesuffix(END)),
    )
