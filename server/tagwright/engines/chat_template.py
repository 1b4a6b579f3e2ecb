"""Chat messages -> the text that a Hugging Face model continues, with its own template or ours."""

from __future__ import annotations

from typing import Any

from tagwright.engines.base import Message
from tagwright.errors import ModelError

PLAIN_TEMPLATE = (
    "{% for message in messages %}"
    "{% if message['role'] == 'system' %}{{ message['content'] }}\n\n"
    "{% elif message['role'] == 'user' %}### Request:\n{{ message['content'] }}\n\n### HTML:\n"
    "{% else %}{{ message['content'] }}\n\n{% endif %}"
    "{% endfor %}"
)
"""For models that have no template: base models such as Falcon, which only continue text."""

PLAIN_END = "\n### "
"""Where a model that continues the plain template has ended its answer and begins a request."""


def render(tokenizer: Any, messages: list[Message]) -> str:
    """Return the prompt as text, with special tokens spelt out where the template has them.

    A template that takes no system message (Gemma's, older ones of Mistral) gets it as the
    beginning of the user's. Raises ``ModelError`` for a template that can't be used at all.
    """
    from jinja2 import TemplateError

    try:
        return _apply(tokenizer, messages)
    except TemplateError as error:
        if messages[0]["role"] != "system" or len(messages) == 1:
            raise _unusable(error) from error
    system, first, *others = messages
    merged = Message(role=first["role"], content=f"{system['content']}\n\n{first['content']}")
    try:
        return _apply(tokenizer, [merged, *others])
    except TemplateError as error:
        raise _unusable(error) from error


def _apply(tokenizer: Any, messages: list[Message]) -> str:
    text: str = tokenizer.apply_chat_template(
        messages,
        chat_template=None if tokenizer.chat_template else PLAIN_TEMPLATE,
        add_generation_prompt=True,
        tokenize=False,
    )
    return text


def _unusable(error: Exception) -> ModelError:
    return ModelError(
        f"The model's chat template can't be used ({' '.join(str(error).split())}): choose a "
        "model for instructions, or one without a template."
    )
