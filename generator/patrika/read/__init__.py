"""From bytes to checked values: settings, front matter, Markdown."""
