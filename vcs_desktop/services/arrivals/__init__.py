"""Libraries that arrive: looked at, believed or refused, and taken in whole."""

from vcs_desktop.services.arrivals.along import FileAlong
from vcs_desktop.services.arrivals.offer import Offer
from vcs_desktop.services.arrivals.report import Arrival, Outcome, Step
from vcs_desktop.services.arrivals.service import ArrivalsService

__all__ = ["Arrival", "ArrivalsService", "FileAlong", "Offer", "Outcome", "Step"]
