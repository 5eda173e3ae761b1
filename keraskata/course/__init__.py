"""Tools for authors: what is missing in a kit, the answer bank, and measured thresholds."""
