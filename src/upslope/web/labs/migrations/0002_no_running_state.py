"""A submission waits, or it is over: nobody was ever told that it is being marked at this moment."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def put_back(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Have those that were being marked wait again, as their jobs do."""
    apps.get_model("labs", "LabSubmission").objects.filter(state="running").update(state="queued")


class Migration(migrations.Migration):
    dependencies = [("labs", "0001_initial")]

    operations = [
        migrations.RunPython(put_back, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="labsubmission",
            name="state",
            field=models.CharField(
                choices=[("queued", "Queued"), ("done", "Done"), ("failed", "Failed")],
                default="queued",
                max_length=8,
            ),
        ),
    ]
