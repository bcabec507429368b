"""What a draft is verified with: the dossier, and what both say."""

from tui.dossier.dossier import Dossier
from tui.text.work import Count, uncounted
from tui.verify.draft import Draft
from tui.verify.names import DraftNames
from tui.verify.periods import Periods
from tui.verify.printed import PrintedWords
from tui.verify.topics import Topics


class VerificationContext:
    """A draft beside the dossier that it is verified against.

    `count` is called with the number of characters that are read, and of figures and events that are compared.
    """

    def __init__(self, dossier: Dossier, draft: Draft, count: Count = uncounted) -> None:
        self.dossier, self.draft, self.count = dossier, draft, count
        self.names, self.printed = DraftNames(dossier, draft), PrintedWords(dossier, draft.text, count)
        self.topics, self.periods = Topics(dossier), Periods(draft)
