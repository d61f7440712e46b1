"""A year of a council with its groups: its own action plan, and the yearly report to OSCA."""

from vcs_desktop.services.council_year.plans import ActionPlanService, PlanView, Promise
from vcs_desktop.services.council_year.reports import YearReportService

__all__ = ["ActionPlanService", "PlanView", "Promise", "YearReportService"]
