grid = [[0] * 3 for _ in range(2)]
row, col = 2, 1
grid[row][col] = 5

