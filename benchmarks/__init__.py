"""What is measured, and how: `python -m benchmarks` runs all of it and writes docs/performance.md."""
