"""Text that a spinner turned into Traditional characters with readings in brackets: detected and undone."""
