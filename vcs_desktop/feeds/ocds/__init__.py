"""Open Contracting Data Standard 1.0 and 1.1: releases in, merged processes out."""
