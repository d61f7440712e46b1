"""The one workbook of a council: grants, events, the action plan and facts."""
