"""What holds where nobody chooses, in a session and in the proof of a suite alike."""

SEED = 20260101
PROFILE = "student"
EXAMPLES = 100  # a property, in a student's run; the deadlines are made for so many
EXAMPLES_OF_A_GRADE, EXAMPLES_OF_AN_INSTRUCTOR = 300, 5000
CALL, PROPERTY, SUBMISSION = 2.0, 20.0, 300.0  # seconds that a student's code may take
DEADLINES = f"{CALL:g},{PROPERTY:g},{SUBMISSION:g}"
