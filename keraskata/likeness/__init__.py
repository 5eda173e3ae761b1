"""Likeness: which submissions are nearer to each other than chance allows. Never a verdict: a person looks at both."""
