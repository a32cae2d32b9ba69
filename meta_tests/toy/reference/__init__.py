"""The toy mathematics, done right."""
