query = """
SELECT *
FROM t
""" + 5

