"""The tables: one fact a row, tab-separated, read by ``conflictnews.lexicons.table``."""
