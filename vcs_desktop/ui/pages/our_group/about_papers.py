"""The questions of the papers that funders ask for: which there are, and of which day."""

from dataclasses import replace

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.group_documents import NAMES, DocumentKind
from vcs_desktop.domain.papers import Paper, name_of
from vcs_desktop.ui.pages.our_group.about_keeping import Change, Opened, PapersChange
from vcs_desktop.ui.pages.our_group.about_question import Question, lines_of, unchanged
from vcs_desktop.ui.pages.our_group.about_several import SeveralQuestion
from vcs_desktop.ui.widgets.basics import Box
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.ticks_field import TicksField


class DocumentsQuestion(Question):
    """Ticks for the papers that are asked for most, and lines for any others."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._papers = opened.papers
        self._new = {kind: opened.ids.pop(0) for kind in DocumentKind}
        self._new_others: list[str] = []
        known = [(kind.value, tr_marked(said)) for kind, said in NAMES.items()]
        self.kinds_field = TicksField(
            tr("Papers"),
            [each for each in known if each[0] != DocumentKind.OTHER],
            tr(
                "Tick those that you have. If you have none yet, just go on. "
                "What you untick goes to the bin, with its files."
            ),
        )
        self.kinds_field.set_ticked(each.kind for each in self._papers)
        self.others_field = LongTextField(
            tr("Other papers"), tr("The name of each on a line of its own."), optional=True
        )
        self.others_field.set_words("\n".join(each.name for each in self._others()))
        self.add("kinds", self.kinds_field)
        self.add("others", self.others_field)

    def change(self) -> Change:
        """Return that the group has said which papers it has."""
        return lambda ours: replace(ours, has_told_documents=True)

    def papers_change(self) -> PapersChange:
        """Return what is ticked and written; papers that were there keep all that is in them."""
        ticked = {DocumentKind(each) for each in self.kinds_field.ticked()}
        kept = [each for each in self._papers if each.kind in ticked or _is_nameless(each)]
        there = {each.kind for each in kept}
        new = [Paper(self._new[kind], kind=kind) for kind in NAMES if kind in ticked - there]
        papers = tuple(sorted((*kept, *new, *self._told_others()), key=lambda each: each.id))
        return lambda _: papers

    def _others(self) -> list[Paper]:
        others = (each for each in self._papers if each.kind == DocumentKind.OTHER)
        return [each for each in others if not _is_nameless(each)]

    def _told_others(self) -> list[Paper]:
        """Return the papers that are written in lines.

        A line that is as it was is that paper; one that was changed is the next that has
        no line any more, with another name.
        """
        names = lines_of(self.others_field.words())
        by_name = {each.name: each for each in self._others()}
        free = [each for each in self._others() if each.name not in names]
        found, new = [], iter(self._ids_of_new())
        for name in names:
            if name in by_name:
                found.append(by_name[name])
            elif free:
                found.append(replace(free.pop(0), name=name))
            else:
                found.append(Paper(next(new), name=name))
        return found

    def _ids_of_new(self) -> list[str]:
        """Return an id for each line, the same each time this is asked."""
        while len(self._new_others) < len(lines_of(self.others_field.words())):
            self._new_others.append(self.opened.ids.pop(0))
        return self._new_others


class DocumentDaysQuestion(SeveralQuestion):
    """A card for each paper, with the day it was agreed and the day to look again."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._papers = {each.id: each for each in opened.papers}
        for part_id in self._papers:
            self.add_card(part_id)

    def fill(self, part_id: str, room: Box) -> None:
        """Ask for both days."""
        paper = self._papers[part_id]
        agreed = DateField(
            tr("Agreed, or last looked through, on"), self.opened.today, toward=Toward.PAST
        )
        review = DateField(
            tr("Look through it again on"),
            self.opened.today,
            tr("For example, “in 1 year”"),
            optional=True,
            toward=Toward.FUTURE,
        )
        agreed.set_day(paper.agreed_on)
        review.set_day(paper.review_on)
        self.add_to(part_id, "agreed", agreed, room)
        self.add_to(part_id, "review", review, room)

    def title_of(self, part_id: str) -> str:
        """Return what the paper is called."""
        return name_of(self._papers[part_id])

    def change(self) -> Change:
        """Return the group as it is: the days are in its papers."""
        return unchanged

    def papers_change(self) -> PapersChange:
        """Return the papers with their days."""
        papers = tuple(self._dated(each) for each in self._papers.values())
        return lambda _: papers

    def _dated(self, paper: Paper) -> Paper:
        agreed, review = self.field(paper.id, "agreed"), self.field(paper.id, "review")
        return replace(
            paper,
            agreed_on=agreed.day() if isinstance(agreed, DateField) else None,
            review_on=review.day() if isinstance(review, DateField) else None,
        )


def _is_nameless(paper: Paper) -> bool:
    """Say whether a paper has no line in the field of others: nobody can have taken it out."""
    return paper.kind == DocumentKind.OTHER and not paper.name
