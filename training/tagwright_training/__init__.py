"""What makes Tagwright's base model, its adapters and its scores."""
