"""Briefs: requests that describe a component, its purpose and its features, and name no content.

"A sleek login form for a yoga studio with password recovery and a gradient background": the answer
is the usual component, with the purpose as its heading and an element for each feature. What is
said of looks and behaviour asks for no element.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tagwright_training.corpus.gen import Gen, Piece
from tagwright_training.corpus.natural_say import natural
from tagwright_training.corpus.site_words import bank

# phrase of the request -> element of the answer, as a key that the builder knows
Features = dict[str, str]

_ADJECTIVES = bank(
    "responsive|modern|sleek|stylish|clean|simple|customizable|interactive|dynamic|minimalist|"
    "user-friendly|elegant|accessible|compact|animated|colorful|professional|creative|intuitive|"
    "beautiful|secure|playful|bold|basic|contemporary|visually appealing|mobile-first|engaging|"
    "lightweight|fancy|high-converting|unobtrusive|smart|polished"
)
_LOOKS = bank(
    "a gradient background|a deep blue to violet gradient background|smooth hover effects|"
    "a subtle animation|rounded corners|a dark theme|a clean and minimal design|custom colors|"
    "a glass effect|a parallax effect|large typography|a playful font|drop shadows|"
    "a fade-in animation|a warm color scheme|a neon glow|theme options|an adaptive layout|"
    "micro-interactions|a bold color palette"
)
_CLAUSES = bank(
    "making it easy to use|that adapts to all screen sizes|designed for phones and desktops|"
    "allowing users to get things done quickly|for a better user experience|that stands out|"
    "ensuring a smooth experience|which fits the style of the website|to keep visitors engaged|"
    "giving users full control|optimized for speed|so that nothing gets lost|that builds trust"
)
BUSINESSES = bank(
    "yoga studio|bakery|pet shop|law firm|dental clinic|travel agency|coffee shop|music school|"
    "bike rental|book club|online bookstore|flower shop|fitness center|real estate agency|museum|"
    "wedding planner|language school|charity|restaurant|photo studio|furniture store|design agency|"
    "nutrition consultant|software startup|farm shop|art gallery|barber shop|car dealership|"
    "cleaning service|podcast|game studio|recipe blog|hotel|ski resort|tea brand|tax advisor|"
    "food delivery service|meditation app|project management tool|learning platform|job portal"
)
ACTIVITIES = bank(
    "reading goals|water intake|household chores|study sessions|team budgets|garden plants|"
    "running routes|family recipes|daily habits|energy use|travel plans|medication|local events|"
    "community gardens|language skills|vintage cameras|used textbooks|volunteer work|carpools|"
    "board games|wild birds|short stories|mountain hikes|pet care|music lessons|old maps|sleep|"
    "workout plans|fundraising campaigns|shared expenses|course progress|delivery status"
)
_VERBS = bank(
    "tracking|managing|planning|discovering|sharing|booking|learning about|reviewing|organizing|"
    "exploring|comparing|celebrating|logging|improving|discussing"
)
_OPENERS = ("", "", "", "", "Design ", "Create ", "Build ", "Make ", "I need ", "Please create ")


@dataclass(frozen=True)
class Brief:
    """One component as briefs name it.

    purposes: which sort of purpose it may have: b business, a activity, "" none.
    features: what may be asked of it besides; ``build`` gets the keys of those that were.
    build: (g, the purpose or "", keys) -> HTML.
    """

    nouns: Sequence[str]
    build: Callable[[Gen, str, frozenset[str]], str]
    purposes: str = "b"
    features: Features = field(default_factory=Features)


def described(name: str, brief: Brief, weight: float = 1.0) -> None:
    """Register a kind of briefs."""

    @natural(f"natural_described_{name}", weight)
    def built(g: Gen) -> Piece:
        purpose = _purpose(g, brief.purposes)
        names = list(brief.features)
        asked = g.sample(names, g.pick([0, 1, 1, 1, 2, 2])) if names else []
        request = _request(g, g.pick(brief.nouns), purpose, asked)
        keys = frozenset(brief.features[phrase] for phrase in asked)
        return Piece("", brief.build(g, purpose[1], keys), request=request)


def _purpose(g: Gen, sorts: str) -> tuple[str, str]:
    """Words of the request, and those of them that the answer repeats."""
    if not sorts or g.chance(0.25):
        return "", ""
    if g.pick(sorts) == "b":
        name = g.given(g.pick(BUSINESSES))
        return f" for {_article(name)} {name}", name
    name = g.given(g.pick(ACTIVITIES))
    return f" for {g.pick(_VERBS)} {name}", name


def _request(g: Gen, noun: str, purpose: tuple[str, str], asked: Sequence[str]) -> str:
    adjective = f"{g.pick(_ADJECTIVES)} " if g.chance(0.6) else ""
    looks = [g.pick(_LOOKS)] if g.chance(0.35) else []
    parts = [*asked, *looks]
    g.rng.shuffle(parts)
    with_ = f" {g.pick(['with', 'with', 'featuring', 'that has', 'including'])} " if parts else ""
    said = f"{adjective}{noun}{purpose[0]}{with_}{' and '.join(parts)}"
    if g.chance(0.25):
        said += f", {g.pick(_CLAUSES)}"
    opener = g.pick(_OPENERS)
    if opener or g.chance(0.8):
        said = f"{opener}{_article(said)} {said}"
    if not opener and g.chance(0.7):
        said = said[:1].upper() + said[1:]
    return said + ("." if g.chance(0.4) else "")


def _article(words: str) -> str:
    return "an" if words[:1].lower() in "aeiou" and words[:4] not in ("user", "used") else "a"
