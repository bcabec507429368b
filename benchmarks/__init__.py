"""Measurements, as ratios within one run where possible: `python -m benchmarks.app`."""
