"""From bytes to a page: decoded, parsed, and as the lines a reader sees."""
