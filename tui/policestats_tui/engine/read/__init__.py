"""From bytes to documents: find files, decode them, strip their format, gather what is known about them."""
