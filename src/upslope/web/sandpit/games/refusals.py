"""What is not done, and the sentence that says why."""

BAD, NOT_NOW, NOT_HERE = 400, 409, 503

OVER = "This game is over, and its pit lies open now."
ELSEWHERE = (
    "Another tab or device was quicker: the sticks on this page were not the latest. "
    "They are now. Look at them, then choose again."
)
NOT_OVER = "The pit is shown when the game is over. Find the deepest point, or give up first."
NOT_YOURS = "There is no such game of yours here. Reload the page to find the one that is open."
HIDDEN = "This is today’s pit, and you have not finished it yet. Play it first; then you can watch."
TODAYS = "This is today’s pit. Play it as the daily pit: then it counts."
NO_OWN_STEPS = "In this game you put in every stick yourself. For your own next_step, choose that mode."
NO_STICK = "Choose a place first: your function steps on from the stick that you put in."


class Refused(Exception):
    """A request that changes nothing. The message is for the learner."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status
