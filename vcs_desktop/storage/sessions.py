"""What a session is called by those above, who only hand it on to what is here."""

from sqlalchemy.orm import Session

__all__ = ["Session"]
