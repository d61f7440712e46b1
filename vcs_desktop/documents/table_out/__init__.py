"""A list as a file: CSV, a spreadsheet, or pages to print."""

from vcs_desktop.documents.table_out.files import ENDINGS, content_of, write_table

__all__ = ["ENDINGS", "content_of", "write_table"]
