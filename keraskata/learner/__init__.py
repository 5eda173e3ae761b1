"""One learner's own: what is remembered of them, how far they are, and what helps them on."""
