from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy machine is slow to draw (the first time it reads Unicode's tables), which says nothing of the code.
settings.register_profile("patient", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
