"""Hands in a numpy.py, and modules named like others that a judge needs. Must happen: at most its
own functions get them; the judge's are the installed ones."""
