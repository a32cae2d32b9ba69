"""Hands in named pipes, which nobody ever writes to, as its modules; the test makes them. Must
happen: nobody waits for them, and every property is lost."""
