"""`kata watch`: the learner's seat, a full-screen loop in the terminal."""
