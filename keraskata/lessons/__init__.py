"""The exercises as notebooks: the texts of their cells, and notebooks for self-study."""
