"""The compositional corpus: generated requests with the markup that answers them.

``rows(seed)`` yields an endless stream of ``Row``; the kinds live in ``kinds_*.py`` modules, the
wording of requests in ``phrasing.py``, words and invented content in ``lexicon.py``.
"""

from tagwright_training.corpus.gen import Gen, Piece, Row, h, kind, text
from tagwright_training.corpus.stream import rows

__all__ = ["Gen", "Piece", "Row", "h", "kind", "rows", "text"]
