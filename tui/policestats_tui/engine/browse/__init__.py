"""What the panes and the printing commands show: tree, rows, pivots, documents, speakers, checks."""
