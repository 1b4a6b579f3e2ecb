"""Training rows from files, mined directories, the server's log and hub data sets."""

from tagwright_training.data.columns import Columns
from tagwright_training.data.source import RowSource, open_rows, open_split

__all__ = ["Columns", "RowSource", "open_rows", "open_split"]
