"""Renderers: each turns the one result into what somebody reads."""
