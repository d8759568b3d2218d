"""The trail's rows can only be added."""

from __future__ import annotations

from django.db import migrations

from taizhang_site.trail import triggers


class Migration(migrations.Migration):
    """Sets the triggers."""

    dependencies = (("trail", "0001_initial"),)
    operations = (migrations.RunPython(triggers.put, triggers.take),)
