"""One group on several laptops: invited, let in, exchanged with, taken out.

What is done in an open group stands in ``service``, how another laptop comes in, in
``joining``, and what both say in ``lines``.
"""
