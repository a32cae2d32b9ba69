"""The sheet's worked answers are handed in as they stand, slips included."""

LOSES = ["2c-w30", "3b-ranges"]
