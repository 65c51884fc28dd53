"""Packages about concurrency."""
