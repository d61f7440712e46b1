"""The history of any record, and two versions of it to choose from: what pages share of them."""
