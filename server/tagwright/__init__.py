"""Tagwright: a private HTML assistant. The language server, its CLI and its model engines."""

__version__ = "0.1.0"
