"""What outlives a review: what was written, and what was filled in."""

from tui.curate.journal import Journal, Key
from tui.review.form import Filling, RecordForm


class ReviewJournal(Journal):
    """The steps in which a catalog was written, and what the reviews since it was opened have filled in."""

    def __init__(self) -> None:
        super().__init__()
        self.unfinished: dict[Key, RecordForm] = {}
        """The forms that a person filled in and did not decide on, by the keys of their drafts."""
        self.last_figures: dict[str, Filling] = {}
        """What the figure of each article that was accepted last holds."""
