"""Hands in links to the reference and to a file outside as its modules and beside them; the test
makes them. Must happen: no link that leads out of a hand-in is followed."""
