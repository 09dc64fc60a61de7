"""What the tools that ask whether rules and rows earn their place have in common."""
