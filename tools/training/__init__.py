"""What ``tools/train_attribution.py`` is made of: one module for each learned table."""
