"""Likeness: which submissions are nearer to each other than is usual. Never a verdict: a person looks at both."""
