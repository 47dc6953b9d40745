"""Patrika: static, multilingual news sites from Markdown articles in git."""

__version__ = "0.1.0"
