"""What is printed for volunteers: certificates, claims to sign, notices for the board."""

from collections.abc import Sequence
from pathlib import Path

from vcs_desktop.documents.certificate import Certificate, write_certificates
from vcs_desktop.documents.expense_claim import ClaimPaper, ClaimRow, write_claim
from vcs_desktop.documents.role_card import RoleCard, write_role_card
from vcs_desktop.domain.expenses import lines_in_order
from vcs_desktop.domain.regulated_activity import Regulated, verdict_on
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.thanks import usual_wording
from vcs_desktop.domain.volunteering import VolunteerRole
from vcs_desktop.services.expenses import OpenClaim
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.thanks import ToThank


class VolunteerPapers:
    """Writes PDFs that are not encrypted; no other account of the computer can read them.

    ``out`` None is a place to print from, which is emptied when the group is locked.
    """

    def __init__(self, group: HasNameAndPlace, records: RecordsService) -> None:
        self._group = group
        self._records = records

    def certificates(
        self,
        thanked: Sequence[ToThank],
        out: Path | None,
        *,
        wording: str = "",
        signed_by: str = "",
    ) -> Path:
        """Write a certificate for each, a page each, and return where they are.

        ``wording`` empty is what is usual for what each is thanked for.

        Raises:
            CannotUseInput: there is nobody, or the name is not that of a PDF.
            FolderNotWritable: it cannot be written there.
        """
        path = out or self._to_print("thank-you.pdf")
        today = self._records.clock.today()
        made = [
            Certificate(
                self._group.name,
                each.name,
                wording or usual_wording(each.milestone.reason, each.milestone.count),
                today,
                signed_by,
            )
            for each in thanked
        ]
        write_certificates(path, made)
        return path

    def claim(self, claim: OpenClaim, out: Path | None) -> Path:
        """Write a claim with a place to sign, and return where it is.

        Raises:
            CannotUseInput: the name is not that of a PDF.
            FolderNotWritable: it cannot be written there.
        """
        path = out or self._to_print("expenses.pdf")
        kept = claim.held.thing
        paper = ClaimPaper(
            group=self._group.name,
            name=kept.name,
            person=claim.name,
            rows=tuple(
                ClaimRow(
                    each.on,
                    each.what,
                    each.miles_tenths,
                    claim.pence.get(each.id),
                    each.has_receipt,
                )
                for each in lines_in_order(kept)
            ),
            total_pence=claim.total.pence,
            rules=claim.rules,
            agreed_by=claim.agreed_by,
            agreed_on=kept.agreed_on,
            paid_on=kept.paid_on,
            notes=kept.notes,
            made_on=self._records.clock.today(),
            most_for_a_mile_pence=kept.most_for_a_mile_pence,
        )
        write_claim(path, paper)
        return path

    def notice(self, role: VolunteerRole, book: RuleBook, out: Path | None) -> Path:
        """Write the notice of a role, and return where it is.

        Raises:
            CannotUseInput: the name is not that of a PDF.
            FolderNotWritable: it cannot be written there.
        """
        path = out or self._to_print("volunteer-role.pdf")
        verdict = verdict_on(role, self._records.clock.today(), book)
        card = RoleCard(
            group=self._group.name,
            name=role.name,
            what=role.what,
            when=role.when,
            where=role.where,
            needs=role.needs,
            contact=role.contact,
            is_wanted=role.is_wanted,
            needs_check=verdict.answer is Regulated.LIKELY,
        )
        write_role_card(path, card)
        return path

    def _to_print(self, name: str) -> Path:
        return self._group.files().pages / name
