"""Many submissions at once: what was handed in, the judges that grade it, and where the grades are kept."""
