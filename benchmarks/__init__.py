"""Figures about the program, never a verdict: `make bench` prints them all, `python -m benchmarks NAME` one table."""
