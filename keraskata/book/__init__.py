"""The book of a kit: its pages and their paragraphs, and what a learner means by a word."""
