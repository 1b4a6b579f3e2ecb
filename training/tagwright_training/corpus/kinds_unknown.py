"""Things that have no element of their own."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece
from tagwright_training.corpus.kinds_shared import label, root_attrs
from tagwright_training.corpus.parts_cards import section
from tagwright_training.corpus.phrasing import listing
from tagwright_training.corpus.site_words import (
    SENTENCES,
    bank,
    bullets,
    component,
    para,
)


@component("about-topic", 2.0)
def unknown(g: Gen) -> Piece:
    """Things without an element of their own become a section that is named as the request says."""
    what, about = _unknown(g)
    details: list[str] = []
    g.given(what)
    words = what if not about else f"{what} {g.pick(['for', 'about', 'of'])} {about}"
    body: list[str] = [para(SENTENCES[0])]
    if g.chance(0.5):
        features = (
            g.sample(_EXTRAS, g.rng.choice([1, 2, 2, 3]))
            if g.chance(0.7)
            else lexicon.phrases(g, 2, 1, 3)
        )
        details.append(listing(g, [g.given(f) for f in features]))
        body.append(bullets([label(f) for f in features]))
    root = root_attrs(g, details)
    return Piece(words, section(g, what, *body, root=root), details)


_UNKNOWN = bank(
    "virtual tour|photo editor|chatbot|mood tracker|habit tracker|music festival|science museum|"
    "recipe finder|travel planner|language course|fitness challenge|charity auction|quiz app|"
    "podcast episode|travel guide|book club|mobile app|mentorship program|pet adoption|"
    "carbon calculator|meditation timer|reading list app|product tour|escape room|study group|"
    "art exhibition|garden planner|budget planner|loyalty program|reward system|data hub|"
    "marketplace|community forum|knowledge base|help center|notification center|learning platform"
)
_EXTRAS = bank(
    "live chat support|personalized recommendations|progress tracking|interactive lessons|"
    "guided sessions|expert tips|custom reminders|step-by-step instructions|weekly challenges|"
    "user reviews|price comparison|virtual tours|secure payments|real-time updates|social sharing|"
    "detailed statistics|multiple languages|calendar sync|free samples|gift cards|daily quotes"
)
_ABOUT = bank(
    "pet owners|students|remote teams|local artists|beginners|families|small farms|travellers|"
    "historical landmarks|mental well-being|renewable energy|healthy cooking|space exploration|"
    "language learners|new parents|classical music|city cyclists|home gardeners"
)


def _unknown(g: Gen) -> tuple[str, str]:
    # made-up words only here: "table" or "menu" are no unknown things
    what = g.pick(_UNKNOWN)
    if g.chance(0.3):
        what = " ".join(lexicon.pseudo_word(g) for _ in range(g.rng.randint(1, 2)))
    if not g.chance(0.4):
        return what, ""
    return what, g.pick(_ABOUT) if g.chance(0.7) else lexicon.phrase(g, 1, 2)
