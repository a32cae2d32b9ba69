"""Renderers: each turns the one result into what somebody reads."""

__all__ = ["github", "html", "numbers", "pytest_html", "terminal", "wording"]
