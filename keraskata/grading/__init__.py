"""pytest's side: which files a run takes, how their checks run, what becomes of them, and a calm screen."""
