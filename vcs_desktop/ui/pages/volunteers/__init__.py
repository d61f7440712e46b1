"""Volunteers: the rota, the roles, expenses and thanks."""
