try:
    import nonexistent_fast_json as json
except ImportError:
    import nonexistent_slow_json as json

