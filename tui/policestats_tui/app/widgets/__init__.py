"""The panes. They know neither each other nor the database: data comes down, messages go up."""
