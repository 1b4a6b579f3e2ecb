"""Arbitrary content: words, names and numbers that a user may put into a request.

Half of the words are made up from syllables, so that a model can only get them by copying.
"""

from __future__ import annotations

from tagwright_training.corpus.gen import Gen, cap

_ONSETS = (
    "b bl br c ch cl d dr f fl g gl gr h j k kl l m n p pl pr qu r s sch sh sk sl sn st str t th "
    "tr v w x y z"
).split()
_VOWELS = "a e i o u ai au ea ee ei ia io oa oo ou ue y".split()
_CODAS = [
    "",
    "",
    "",
    "b",
    "ck",
    "d",
    "ft",
    "k",
    "l",
    "ld",
    "m",
    "n",
    "nd",
    "ng",
    "p",
    "r",
    "rn",
    "s",
    "st",
    "t",
    "x",
    "z",
]
WORDS = (
    "apple archive arrow autumn badge bakery balance banner basket beach bicycle bird blossom "
    "blue board boat book bottle branch bread bridge bright brush budget butter cabin cake camera "
    "candle canvas castle cat cedar chair cheese cherry circle city clean clock cloud coast coffee "
    "color comet copper coral corner cotton course craft crown crystal daily dance data deer delta "
    "desert design desk diamond digital dinner dog door dragon dream dust eagle early earth east "
    "echo eco edge electric ember energy engine evening express falcon family farm fast feather "
    "field film fire fish flight floor flower focus forest fox frame fresh friend frost fruit "
    "future galaxy garden gentle giant ginger glass global gold grain grand grape green guide "
    "guitar hammer happy harbor harvest hazel health heart hidden hill history holiday home honey "
    "horizon horse hotel house ice idea inner iron island ivory jade jazz journal journey juice "
    "jungle kettle key kitchen kite lake lamp language laser lemon letter light lime lion little "
    "local lotus lucky lunar magic mango maple marble market meadow melody metal midnight milk "
    "mint mirror modern moon morning moss motor mountain museum music native nature needle night "
    "north novel oak ocean olive open orange orbit orchid organic outdoor owl palm panda paper "
    "park peach pearl pencil pepper phone piano pillow pine pixel planet plastic plaza pocket "
    "polar pottery prime project pulse puzzle quick quiet radio rain rapid raven red remote rice "
    "ridge ring river road robot rocket room rose royal ruby sail salmon salt sand school sea "
    "season secret shadow sharp shell shop signal silk silver simple sky sleep smart smoke snow "
    "soap soft solar solid song sound south spark spice spring square star steel stone storm "
    "story street studio sugar summer sunny sunset super swift table tea team temple tiger timber "
    "tiny tomato tower town toy trail train travel tree tulip turbo urban valley vanilla velvet "
    "video village vintage violet vision voice walnut warm water wave west whale wheat wheel "
    "white wild willow wind window wine winter wolf wonder wood wool yellow yoga young zebra zen"
).split()
PEOPLE = (
    "Ada Lovelace|Alan Turing|Grace Hopper|Linus Berg|Maria Silva|John Smith|Jane Doe|Li Wei|"
    "Anna Kowalska|Omar Haddad|Priya Patel|Tom Baker|Sofia Rossi|Lukas Meyer|Emma Dubois|"
    "Noah Johnson|Olivia Brown|Hiro Tanaka|Elena Petrova|Carlos Ruiz|Fatima Khan|Erik Olsen|"
    "Chloe Martin|David Cohen|Aisha Bello|Peter Novak|Lucy Chen|Marco Bianchi|Nina Larsen|Sam Lee"
).split("|")
CITIES = (
    "London Paris Berlin Madrid Rome Vienna Lisbon Oslo Dublin Prague Tokyo Kyoto Seoul Delhi "
    "Mumbai Cairo Nairobi Lagos Lima Toronto Boston Chicago Denver Seattle Austin Sydney Munich "
    "Hamburg Lyon Milan Porto Zurich Geneva Warsaw Budapest Athens Helsinki Stockholm"
).split()
FOREIGN = (
    "Größe|Übersicht|Straße|Preise|Über uns|Startseite|Kontakt|Menge|café|Accueil|À propos|"
    "Tarifs|Prénom|Adresse e-mail|Mot de passe|señal|Inicio|Contraseña|Correo electrónico|Año|"
    "Città|Perché|Prezzo|Início|Preço|São Paulo|Москва|Главная|Цена|Имя|東京|ホーム|価格|首页|价格|"
    "联系我们|서울|홈|Αθήνα|Τιμή|שלום|مرحبا|नमस्ते|Škoda|Łódź|İstanbul|Zürich|naïve|crème brûlée"
).split("|")


def pseudo_word(g: Gen) -> str:
    """A word that nobody has seen: "flaistornd"."""
    return "".join(
        g.pick(_ONSETS) + g.pick(_VOWELS) + g.pick(_CODAS)
        for _ in range(g.rng.choice([1, 2, 2, 2, 3]))
    )


def word(g: Gen) -> str:
    return pseudo_word(g) if g.chance(0.5) else g.pick(WORDS)


def phrase(g: Gen, low: int = 1, high: int = 3) -> str:
    """A few arbitrary words; lower case, Sentence case or Title Case, sometimes another script."""
    if g.chance(0.04):
        return g.pick(FOREIGN)
    words = [word(g) for _ in range(g.rng.randint(low, high))]
    style = g.rng.random()
    if style < 0.35:
        return " ".join(words)
    if style < 0.65:
        return cap(" ".join(words))
    return " ".join(cap(w) for w in words)


def phrases(g: Gen, n: int, low: int = 1, high: int = 3) -> list[str]:
    """``n`` different phrases in one letter case, as people write lists."""
    style = g.rng.random()
    out: list[str] = []
    while len(out) < n:
        if g.chance(0.04):
            value = g.pick(FOREIGN)
        else:
            words = [word(g) for _ in range(g.rng.randint(low, high))]
            if style >= 0.7:
                words = [cap(w) for w in words]
            value = " ".join(words)
            if 0.35 <= style < 0.7:
                value = cap(value)
        if value.lower() not in [o.lower() for o in out]:
            out.append(value)
    return out


def price(g: Gen) -> str:
    """ "$19", "€9.99"."""
    amount = g.pick(
        [str(g.rng.randint(1, 999)), f"{g.rng.randint(1, 99)}.{g.pick(['00', '50', '95', '99'])}"]
    )
    return g.pick(["${}", "${}", "€{}", "£{}", "{} €"]).format(amount)


def integer(g: Gen, low: int = 1, high: int = 999) -> str:
    return str(g.rng.randint(low, high))


def identifier(g: Gen) -> str:
    """An id or class as developers name them: "main-nav", "signUp", "hero_box"."""
    words = [
        g.pick(WORDS) if g.chance(0.7) else pseudo_word(g) for _ in range(g.rng.choice([1, 2, 2]))
    ]
    if len(words) == 1:
        return words[0]
    return g.pick(["-".join(words), "-".join(words), "_".join(words), words[0] + cap(words[1])])


def url(g: Gen) -> str:
    """An address or path."""
    path = "-".join(g.pick(WORDS) for _ in range(g.rng.choice([1, 1, 2])))
    return g.pick(
        [
            f"/{path}",
            f"/{path}.html",
            f"https://{g.pick(WORDS)}.com/{path}",
            f"https://{g.pick(WORDS)}.org",
            f"#{path}",
        ]
    )


def image_file(g: Gen) -> str:
    folder = g.pick(["", "", "images/", "img/", "/assets/"])
    return f"{folder}{identifier(g)}.{g.pick(['jpg', 'png', 'webp', 'svg'])}"


def vary_case(g: Gen, values: list[str]) -> list[str]:
    """A list from a word bank as people type it: all lower case, capitalized, or as it is."""
    style = g.rng.random()
    if style < 0.5:
        return [v.lower() if v[1:] == v[1:].lower() else v for v in values]
    return [cap(v) for v in values] if style < 0.8 else values
