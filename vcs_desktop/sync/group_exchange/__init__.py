"""How a group's laptops exchange their changes: by a service that cannot read them, or a stick.

Each step stands alone and may be cut off anywhere: it is done again the next time.
"""
