"""Text to passages, turns, campaigns and figures."""
