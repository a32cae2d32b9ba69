"""Hands in sitecustomize.py, usercustomize.py and a .pth file, which an interpreter runs as it
starts. Must happen: no interpreter of the grader's runs them."""
