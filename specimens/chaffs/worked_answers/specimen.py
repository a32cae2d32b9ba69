"""The sheet's worked answers are handed in as they stand, slips included.

把题目自带的参考答案原样交了上来，连其中的差错也没有改。
"""

LOSES = ["2c-w30", "3b-ranges"]
