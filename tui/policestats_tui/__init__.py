"""Explore the statistics that police press conferences in China announce."""

__version__ = "0.1.0"
