"""Reference solutions of the sheet: one module per spec file, each function as its formula."""
