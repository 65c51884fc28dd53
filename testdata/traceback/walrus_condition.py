def first_even(nums):
    if (n := nums[10]) % 2 == 0:
        return n
first_even([1, 2, 3])

