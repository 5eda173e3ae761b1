"""The pytest plugin: collects exercise files, runs their checks, keeps the verdicts, and shows a calm screen."""
