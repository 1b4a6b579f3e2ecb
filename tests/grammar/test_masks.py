"""The grammar as a logits processor: noise that likes to close what it opened."""

from __future__ import annotations

from typing import Any

import pytest

from tagwright.codec import get_codec
from tagwright.errors import ModelError
from tagwright.markup.gate import is_well_formed
from tagwright.models import embedded
from tagwright.prompt import PageContext, Request
from tests.grammar.random_model import PARENTS, PROMPT

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from tagwright.grammar.masks import (  # noqa: E402
    GrammarProcessor,
    grammar_tokenizer,
    logits_processor,
)

ANSWERS, TOKENS, LIKED = 34, 300, 7.0


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(str(embedded("base").base))


@pytest.mark.parametrize(("codec", "close"), [("pointer", "<|/|>"), ("none", "</")])
def test_whole_answers_are_well_formed_before_any_repair(
    codec: str, close: str, tokenizer: Any
) -> None:
    view = grammar_tokenizer(tokenizer)
    end = tokenizer.eos_token_id
    liked = [end, *(token for text in (close, ">", '">') for token in view.tokenize_str(text))]
    noise = torch.Generator().manual_seed(3)
    whole = 0
    for number in range(ANSWERS):
        parent = PARENTS[number % len(PARENTS)]
        request = Request(PROMPT, PageContext(parent=parent))
        processor = GrammarProcessor(view, get_codec(codec).grammar(request))
        ids = torch.zeros((1, 1), dtype=torch.long)
        while ids.shape[1] <= TOKENS and ids[0, -1] != end:
            scores = torch.rand((1, len(tokenizer) + 3), generator=noise)
            scores[0, liked] += LIKED * torch.rand(1, generator=noise)
            best = processor(ids, scores).argmax(dim=-1, keepdim=True)
            ids = torch.cat([ids, best], dim=1)
        if ids[0, -1] == end:
            answer = tokenizer.decode(ids[0, 1:-1], clean_up_tokenization_spaces=False)
            html = get_codec(codec).decode_answer(request, answer)
            assert is_well_formed(html, parent), (parent, html)
            whole += 1
    assert whole > ANSWERS // 4


def test_marks_are_text_and_control_tokens_are_not(tokenizer: Any) -> None:
    view = grammar_tokenizer(tokenizer)
    assert not view.is_special_token(tokenizer.convert_tokens_to_ids("<|/|>"))
    assert view.is_special_token(tokenizer.eos_token_id)


def test_only_the_end_follows_a_whole_sentence(tokenizer: Any) -> None:
    processor = logits_processor(tokenizer, 'start: "<p>"')
    ids = torch.zeros((1, 1), dtype=torch.long)
    scores = torch.zeros((1, len(tokenizer)))
    for _ in range(8):
        allowed = processor(ids, scores)[0].isfinite().nonzero()
        if allowed.flatten().tolist() == [tokenizer.eos_token_id]:
            return
        ids = torch.cat([ids, allowed[-1:]], dim=1)
    pytest.fail("the sentence never ended")


def test_a_grammar_that_cannot_be_read_is_an_error_of_the_model(tokenizer: Any) -> None:
    with pytest.raises(ModelError, match="grammar"):
        logits_processor(tokenizer, "start: nowhere")
