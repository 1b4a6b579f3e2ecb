"""Invented table content: what stands in a column of a given name, always in the same order."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FIRST = ("Anna", "Ben", "Clara", "David", "Eva", "Frank", "Grace", "Henry")
_LAST = ("Lee", "Carter", "Diaz", "Kim", "Novak", "Moore", "Hill", "Cole")

# The first rule whose words stand in the column's name decides.
_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "e-?mail|mail|correo",
        tuple(f"{name.lower()}@example.com" for name in _FIRST),
    ),
    ("first name|vorname|prénom", _FIRST),
    ("last name|surname|nachname|apellidos?", _LAST),
    (
        "product|item|article|produkt|artikel|produit|producto|prodotto|produto",
        ("Notebook", "Desk lamp", "Office chair", "Water bottle", "Backpack", "Keyboard", "Mug")
        + ("Headphones",),
    ),
    ("project", ("Website", "Mobile app", "Online shop", "Newsletter", "Intranet", "Rebranding")),
    (
        "order id|order number|order no|order|invoice number|invoice no|invoice",
        ("#1001", "#1002", "#1003", "#1004", "#1005", "#1006"),
    ),
    (
        "company|firma|supplier|vendor|brand",
        ("Acme", "Globex", "Initech", "Umbrella", "Hooli", "Stark"),
    ),
    (
        "book|book title",
        ("The Long Road", "Winter Light", "Blue Rivers", "Silent House", "Open Sky", "Old Stones"),
    ),
    ("title|film|movie", ("First Steps", "Blue Harbor", "Night Train", "Open Sky", "Old Stones")),
    ("country|land|pays|país|paese", ("Germany", "France", "Spain", "Italy", "Japan", "Brazil")),
    ("capital|capitale", ("Berlin", "Paris", "Madrid", "Rome", "Tokyo", "Brasília")),
    (
        "city|location|town|stadt|ort|ville|ciudad|città|cidade|stad",
        ("London", "Paris", "Berlin", "Madrid", "Rome", "Vienna"),
    ),
    (
        "address|street",
        ("1 Main Street", "22 Park Road", "5 Hill Lane", "48 Lake View", "9 Mill Street"),
    ),
    (
        "phone|mobile|telephone|tel|telefon",
        ("555-0101", "555-0102", "555-0103", "555-0104", "555-0105", "555-0106"),
    ),
    (
        "role|position|job|job title|occupation|profession",
        ("Designer", "Developer", "Manager", "Analyst", "Engineer", "Accountant"),
    ),
    ("department|division", ("Design", "Engineering", "Sales", "Marketing", "Finance", "Support")),
    (
        "unit price|price|cost|fee|rate|preis|prix|precio|prezzo|preço|prijs",
        ("$10", "$25", "$40", "$15", "$60", "$35"),
    ),
    ("salary|income|revenue", ("$48,000", "$55,000", "$62,000", "$51,000", "$70,000", "$45,000")),
    (
        "total|amount|subtotal|sum|balance|value|betrag|montant",
        ("$120", "$80", "$200", "$45", "$310", "$95"),
    ),
    ("age|alter|âge|edad|età|idade|leeftijd", ("28", "34", "41", "25", "52", "37")),
    (
        "quantity|qty|stock|units|in stock|count|menge|anzahl|quantité|cantidad|"
        "quantità|quantidade|aantal",
        ("12", "5", "30", "8", "20", "3"),
    ),
    ("year|jahr|année|año|anno|ano", ("2021", "2022", "2023", "2024", "2025", "2026")),
    ("month|monat|mois|mes", ("January", "February", "March", "April", "May", "June")),
    (
        "weekday|day|tag|jour|día|giorno|dia",
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ),
    (
        "opening hours|opens|time slot|hours?",
        (
            "9:00–17:00",
            "9:00–17:00",
            "9:00–17:00",
            "9:00–20:00",
            "9:00–17:00",
            "10:00–14:00",
            "Closed",
        ),
    ),
    (
        "date|birthday|due|deadline|joined|created|updated|published|datum|fecha|data",
        ("2026-01-15", "2026-02-03", "2026-03-21", "2026-04-10", "2026-05-08", "2026-06-30"),
    ),
    (
        "time|start|departure|arrival|uhrzeit|zeit|heure|hora|ora",
        ("9:00", "10:30", "12:00", "13:30", "15:00", "16:30"),
    ),
    ("duration|length", ("30 min", "45 min", "60 min", "90 min", "20 min")),
    (
        "status|state|estado|statut|stato",
        ("Active", "Pending", "Done", "Active", "Pending", "Done"),
    ),
    ("priority|urgency", ("High", "Medium", "Low", "High", "Medium", "Low")),
    (
        "category|type|group|kategorie|catégorie|categoría",
        ("Office", "Home", "Garden", "Sports", "Travel", "Kitchen"),
    ),
    ("subject|course|class|lesson|fach", ("Math", "English", "History", "Biology", "Art", "Music")),
    ("grade|mark|note", ("A", "B", "A", "C", "B", "A")),
    ("rating|stars|review", ("4.8", "4.5", "4.9", "4.2", "3.9", "4.6")),
    ("rank|position|place|no|nr|id|#", ("1", "2", "3", "4", "5", "6", "7", "8")),
    ("score|points|result|wins|goals|played|punkte", ("92", "88", "85", "79", "74", "70")),
    ("losses|lost|drawn|draws", ("2", "3", "4", "5", "6", "7")),
    ("team|club", ("Eagles", "Tigers", "Bears", "Sharks", "Wolves", "Hawks")),
    (
        "task|todo|activity",
        ("Write report", "Review design", "Call client", "Fix bugs", "Plan sprint", "Test app"),
    ),
    ("event|session|meeting", ("Opening", "Workshop", "Lunch", "Panel", "Demo", "Closing")),
    ("song|track", ("Sunrise", "Slow Dance", "City Lights", "Homebound", "Echoes", "Last Call")),
    ("artist|band", ("The Larks", "Nova", "Red Kites", "Mira", "Low Tide", "Fern")),
    (
        "dish|meal|recipe|food",
        (
            "Tomato soup",
            "Garden salad",
            "Grilled salmon",
            "Mushroom risotto",
            "Apple pie",
            "Lemon cake",
        ),
    ),
    ("ingredient", ("Flour", "Sugar", "Butter", "Eggs", "Milk", "Salt")),
    ("destination|flight|route", ("Lisbon", "Oslo", "Athens", "Dublin", "Prague", "Zurich")),
    ("language|sprache", ("English", "German", "French", "Spanish", "Italian", "Dutch")),
    ("colou?r|farbe", ("Red", "Blue", "Green", "Black", "White", "Yellow")),
    ("size|größe|taille", ("S", "M", "L", "XL", "S", "M")),
    ("weight|gewicht", ("1.2 kg", "0.8 kg", "2.5 kg", "3.0 kg", "0.4 kg")),
    ("population", ("83 million", "68 million", "48 million", "59 million", "124 million")),
    ("plan|package", ("Basic", "Pro", "Team", "Business", "Enterprise")),
    ("service|treatment", ("Haircut", "Massage", "Manicure", "Facial", "Styling")),
    ("room", ("101", "102", "103", "201", "202", "203")),
    ("symbol|ticker", ("ACM", "GBX", "INI", "UMB", "HOO", "STK")),
    ("change|growth|percent|discount|progress|%", ("5%", "12%", "8%", "20%", "15%", "3%")),
    ("calories|kcal", ("120", "250", "90", "310", "180")),
    (
        "description|notes?|comments?|details|beschreibung|descripción",
        (
            "Light and durable",
            "Good for daily use",
            "Popular choice",
            "Easy to clean",
            "New this year",
        ),
    ),
    (
        "full name|name|employee|customer|person|contact|student|member|author|client|patient|user"
        "|player|assignee|owner|teacher|speaker|nom|nombre|nome|naam|kunde|username",
        tuple(f"{first} {last}" for first, last in zip(_FIRST, _LAST, strict=True)),
    ),
)
_COMPILED = tuple((re.compile(rf"(?<!\w)(?:{words})s?(?!\w)"), cells) for words, cells in _RULES)
AMOUNTS = (10, 25, 40, 15, 60, 35)


def invented(column: str, n: int) -> list[str]:
    """``n`` cells for a column; an unknown column gets its own name with a number."""
    lowered = column.lower()
    for pattern, cells in _COMPILED:
        if pattern.search(lowered):
            return [cells[i % len(cells)] for i in range(n)]
    return [f"{column} {i + 1}" for i in range(n)]


# noun forms -> columns of the usual tables
PRESETS: tuple[tuple[str, str], ...] = (
    ("employees|staff|staff members|team members|workers|colleagues", "Name|Role|Email"),
    ("products|items|goods|articles in the shop", "Product|Price|Stock"),
    ("orders|recent orders|customer orders|purchases", "Order|Customer|Date|Total"),
    ("users|registered users|accounts|members", "Name|Email|Status"),
    ("students|pupils", "Name|Age|Grade"),
    ("customers|clients|contacts|leads", "Name|Email|Phone"),
    ("invoices|bills|payments", "Invoice|Date|Amount|Status"),
    ("tasks|todos|to-dos|open tasks", "Task|Due date|Status"),
    ("projects|current projects|our projects", "Project|Owner|Status"),
    ("events|upcoming events|sessions", "Event|Date|Location"),
    ("books|library books|bestsellers", "Book|Author|Year"),
    ("countries|capitals|European countries", "Country|Capital|Population"),
    ("songs|tracks|playlist songs", "Song|Artist|Duration"),
    ("flights|departures|arrivals", "Flight|Time|Status"),
    ("expenses|costs|transactions", "Date|Description|Amount"),
    ("players|top players|high scores", "Rank|Player|Score"),
    ("teams|standings|league standings", "Rank|Team|Points"),
    ("ingredients|groceries", "Ingredient|Quantity"),
    ("cities|locations|offices", "City|Country|Phone"),
    ("courses|classes|lessons", "Course|Teacher|Room"),
    ("exam results|grades|marks|test scores", "Student|Subject|Grade"),
    ("stocks|shares|stock prices", "Symbol|Price|Change"),
    ("inventory|stock levels|warehouse items", "Item|Category|Quantity"),
    ("appointments|bookings|reservations", "Name|Date|Time"),
    ("patients|doctors", "Name|Age|Phone"),
    ("rooms|hotel rooms", "Room|Price|Status"),
)


def invented_rows(columns: Sequence[str], n: int) -> list[tuple[str, ...]]:
    """``n`` rows of invented cells."""
    return list(zip(*(invented(column, n) for column in columns), strict=True))
