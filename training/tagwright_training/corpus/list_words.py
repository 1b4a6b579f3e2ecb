"""Words of lists, figures and notices: usual items, names of numbers, messages."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen

METRICS = (
    ("Users", "1,248"),
    ("Revenue", "$12,500"),
    ("Orders", "320"),
    ("Visits", "8,940"),
    ("Rating", "4.8"),
    ("Projects", "56"),
)

METRIC_WORDS = (
    "Users|Sales|Revenue|Orders|Visits|Downloads|Customers|Projects|Countries|Followers|Likes|"
    "Tickets|Profit|Growth|Signups|Views|Subscribers|Team members|Open tasks|Reviews"
).split("|")

LIST_TOPICS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("fruits|fruit", ("Apple", "Banana", "Orange", "Grape", "Cherry", "Pear"), False),
    ("vegetables", ("Carrot", "Potato", "Onion", "Spinach", "Cucumber", "Pepper"), False),
    ("countries", ("Germany", "France", "Spain", "Italy", "Japan", "Brazil"), False),
    ("cities|European cities", ("London", "Paris", "Berlin", "Madrid", "Rome", "Vienna"), False),
    ("colors|colours", ("Red", "Blue", "Green", "Yellow", "Orange", "Purple"), False),
    ("animals", ("Cat", "Dog", "Horse", "Bird", "Fish", "Rabbit"), False),
    (
        "days|weekdays|days of the week",
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
        True,
    ),
    ("months", ("January", "February", "March", "April", "May", "June"), True),
    (
        "features|product features|benefits|advantages",
        (
            "Easy to use",
            "Fast and reliable",
            "Secure by design",
            "Free support",
            "Works offline",
            "No ads",
        ),
        False,
    ),
    (
        "services|our services",
        ("Consulting", "Design", "Development", "Support", "Training", "Hosting"),
        False,
    ),
    (
        "steps|instructions|how-to steps|installation steps",
        (
            "Create an account",
            "Choose a plan",
            "Set up your profile",
            "Invite your team",
            "Get started",
            "Share it",
        ),
        True,
    ),
    (
        "programming languages|languages to code in",
        ("HTML", "CSS", "JavaScript", "Python", "Java", "Rust"),
        False,
    ),
    ("skills|my skills", ("HTML", "CSS", "JavaScript", "Design", "Writing", "Teamwork"), False),
    ("ingredients", ("Flour", "Sugar", "Butter", "Eggs", "Milk", "Salt"), False),
    (
        "groceries|shopping items|things to buy",
        ("Milk", "Bread", "Eggs", "Cheese", "Apples", "Coffee"),
        False,
    ),
    (
        "books|favorite books",
        ("The Long Road", "Winter Light", "Blue Rivers", "Silent House", "Open Sky"),
        False,
    ),
    (
        "movies|films",
        ("First Steps", "Blue Harbor", "Night Train", "Open Sky", "Old Stones"),
        False,
    ),
    (
        "hobbies|interests",
        ("Reading", "Hiking", "Cooking", "Music", "Travel", "Photography"),
        False,
    ),
    (
        "products|items in stock",
        ("Notebook", "Desk lamp", "Office chair", "Water bottle", "Backpack"),
        False,
    ),
    (
        "team members|employees|names",
        ("Anna Lee", "Ben Carter", "Clara Diaz", "David Kim", "Eva Novak"),
        False,
    ),
    (
        "rules|house rules",
        ("Be kind", "Stay on topic", "No spam", "Respect others", "Have fun"),
        True,
    ),
    (
        "goals|objectives",
        ("Learn more", "Grow the team", "Launch the app", "Save time", "Stay healthy"),
        False,
    ),
    ("drinks|beverages", ("Coffee", "Tea", "Juice", "Water", "Lemonade"), False),
    ("sports", ("Football", "Tennis", "Swimming", "Running", "Cycling"), False),
    ("planets", ("Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn"), True),
    (
        "requirements|job requirements",
        ("Good English", "Two years of experience", "Team spirit", "Own laptop"),
        False,
    ),
)

_BANKS = tuple(bank for _, bank, _ in LIST_TOPICS)

FOREIGN_LISTS = {
    "de": (
        "Liste|eine Liste|Aufzählung|ungeordnete Liste",
        "nummerierte Liste|geordnete Liste",
        "Äpfel|Brot|Milch|Käse|Wasser|Bücher|Hund|Katze|Straße|Montag|Größe",
        "Einträgen",
        "Punkt",
    ),
    "fr": (
        "liste|une liste|liste à puces",
        "liste numérotée|liste ordonnée",
        "Pommes|Pain|Lait|Fromage|Eau|Livres|Chien|Chat|Lundi|Été",
        "éléments",
        "Élément",
    ),
    "es": (
        "lista|una lista|lista con viñetas",
        "lista numerada|lista ordenada",
        "Manzanas|Pan|Leche|Queso|Agua|Libros|Perro|Gato|Lunes|Año",
        "elementos",
        "Elemento",
    ),
    "it": (
        "elenco|lista|elenco puntato",
        "elenco numerato",
        "Mele|Pane|Latte|Formaggio|Acqua|Libri|Cane|Gatto",
        "elementi",
        "Elemento",
    ),
    "pt": (
        "lista|uma lista|lista com marcadores",
        "lista numerada",
        "Maçãs|Pão|Leite|Queijo|Água|Livros|Cão|Gato",
        "itens",
        "Item",
    ),
    "nl": (
        "lijst|een lijst|opsomming",
        "genummerde lijst",
        "Appels|Brood|Melk|Kaas|Water|Boeken|Hond|Kat",
        "items",
        "Item",
    ),
}


def amount_shown(g: Gen) -> str:
    """A number as it stands on a tile: "1,204", "98%", "12k", "$4.2M"."""
    n = g.rng.randint(1, 999)
    return g.pick(
        ["{n}", "{n}", "{n}%", "{n}k", "{n}+", "${n}", "{n},{m}", "${n},{m}", "{n}M", "{n}.{d}"]
    ).format(n=n, m=g.rng.randint(100, 999), d=g.rng.randint(1, 9))


def notice(g: Gen) -> str:
    """What a notice says."""
    bank = (
        "Your changes were saved|Invalid password|Payment failed|"
        "Your order has shipped|Please log in first|"
        "We are closed on Monday|New version available|Your session expires soon|"
        "File uploaded|Welcome back|"
        "Maintenance on Sunday|Sale ends today|Your trial ends in 3 days|"
        "Message sent|Email not found|"
        "Free shipping over $50|Connection lost|Profile updated|Too many attempts|"
        "Registration is open"
    )
    if g.chance(0.5):
        return g.pick(bank.split("|")) + g.pick(["", "", "!", "."])
    return lexicon.phrase(g, 2, 5) + g.pick(["", "!", "."])


def given_items(g: Gen, low: int = 1, high: int = 8) -> list[str]:
    """Items as a request gives them: of a usual topic, or made up."""
    n = g.rng.randint(low, high)
    if g.chance(0.45):
        return lexicon.vary_case(g, g.sample(g.pick(_BANKS), n))
    return lexicon.phrases(g, n, 1, g.pick([1, 2, 3, 4]))


def term_value(g: Gen, terms: bool) -> str:
    """What stands beside a name in a description list: for terms an explanation, else a value."""
    if terms:
        return lexicon.phrase(g, 1, 4)
    return g.pick(
        [
            lexicon.phrase(g, 1, 2),
            lexicon.integer(g),
            lexicon.price(g),
            f"{lexicon.integer(g, 1, 99)} {g.pick(['kg', 'cm', 'GB', 'm', 'W'])}",
        ]
    )
