"""Helpers for text in XML: the module saxutils."""
