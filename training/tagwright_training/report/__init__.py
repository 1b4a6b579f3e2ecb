"""What became of a fine-tuning run: plots, scores before and after, a page, a model card."""
