"""The scorer: cases and pairs in, answers from the server's own engine, one table of scores out."""
