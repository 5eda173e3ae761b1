"""Submissions: untrusted folders, archives and notebooks, read in processes with limits."""
