"""Has functions of a notebook run, compares what they return with what is right, and says what is wrong."""
