"""What a recipe needs in memory and time, computed before anything is loaded."""
