"""How fields of releases are merged: our own table, so that merging never asks the internet.

Source: ``omitWhenMerged`` and ``wholeListMerge`` in the OCDS 1.1.5 release schema
(https://standard.open-contracting.org/1.1/en/schema/merging/). Lists of objects
that are not here are merged by the ``id`` of their objects.
"""

OMITTED = ("id", "date", "tag")

WHOLE_LISTS = (
    "parties/additionalIdentifiers",
    "parties/roles",
    "buyer/additionalIdentifiers",
    "tender/procuringEntity/additionalIdentifiers",
    "tender/items/additionalClassifications",
    "tender/additionalProcurementCategories",
    "tender/submissionMethod",
    "tender/tenderers/additionalIdentifiers",
    "tender/amendments/changes",
    "tender/amendment/changes",
    "awards/suppliers/additionalIdentifiers",
    "awards/items/additionalClassifications",
    "awards/amendments/changes",
    "awards/amendment/changes",
    "contracts/items/additionalClassifications",
    "contracts/implementation/transactions/payer/additionalIdentifiers",
    "contracts/implementation/transactions/payee/additionalIdentifiers",
    "contracts/relatedProcesses/relationship",
    "contracts/amendments/changes",
    "contracts/amendment/changes",
    "relatedProcesses/relationship",
    # The United Kingdom's extensions, whose lists have no ids or only codes as ids.
    "tender/additionalClassifications",
    "tender/items/deliveryAddresses",
    "parties/details/classifications",
)

RULES: dict[tuple[str, ...], str] = {
    **{(name,): "omitWhenMerged" for name in OMITTED},
    **{tuple(path.split("/")): "wholeListMerge" for path in WHOLE_LISTS},
}
