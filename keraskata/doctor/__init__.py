"""Finds out what the kit needs and this machine lacks."""
