import asyncoi

