"""Rows from a team's own pages: what a comment or heading says, and the element it describes."""
