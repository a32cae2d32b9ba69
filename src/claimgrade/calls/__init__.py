"""One call to a student's code and back.

A property asks a `Student`; the question is a message (`wire`) to a worker, in a confined process
or in this one (`backends`), that has loaded the submission and answers.
"""

__all__ = ["alarm", "answers", "backends", "failures", "heard", "student", "wire", "worker"]
