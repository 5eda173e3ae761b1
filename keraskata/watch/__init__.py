"""`kata watch`: a full-screen program in the terminal that grades each save."""
