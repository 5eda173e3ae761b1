"""For `nbgrader release_feedback`: releases to the exchange what came from it, and names the others."""

from pathlib import Path

from nbgrader.exchange.default.release_feedback import ExchangeReleaseFeedback

from keraskata.nbgrader.beside import SECRET, TIME
from keraskata.printable import one_line


class ReleaseFeedback(ExchangeReleaseFeedback):
    """Releases feedback as nbgrader does, which ends in a trace at the first submission that was put there by hand."""

    def copy_files(self) -> None:
        """Copy the pages of all who handed in through the exchange; say of each other student where the pages are.

        Without time and secret nobody could fetch them: nbgrader finds a page by the secret that came with the work.
        """
        root = Path(self.coursedir.root)
        theirs = sorted(root.glob(str(Path(self.src_path).relative_to(root))))
        by_hand = [folder for folder in theirs if not all((folder / name).exists() for name in (TIME, SECRET))]
        for folder in by_hand:
            student, place = one_line(folder.parent.name), one_line(str(folder.relative_to(root)))
            why = "%s's work did not come from the exchange, so no feedback is released there: hand out %s yourself"
            self.log.warning(why, student, place)
        excluded = self.coursedir.student_id_exclude
        self.coursedir.student_id_exclude = ",".join([excluded, *(folder.parent.name for folder in by_hand)])
        try:
            super().copy_files()
        finally:
            self.coursedir.student_id_exclude = excluded
