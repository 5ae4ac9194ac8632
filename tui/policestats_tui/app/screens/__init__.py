"""The screens: they run queries in threads, hand data down to widgets, and answer commands."""
