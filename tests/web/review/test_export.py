import io
import json
import zipfile
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models
from django.test import Client

from tests.web.review.conftest import ADD, TAKE, Learner
from upslope.web.accounts.models import User
from upslope.web.labs.models import EarlierWork, LabWork
from upslope.web.review.export import OWNERS, WITHHELD

STAYS_HERE = {"admin", "auth", "contenttypes", "sessions"}


def files_of(client: Client) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(client.get("/export/").content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def data_of(client: Client) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(files_of(client)["data.json"])
    return data


def leads_to_a_user(model: type[models.Model]) -> bool:
    """Whether a row of the model belongs to a learner, directly or by way of another model's row."""
    links = [
        field.related_model
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and isinstance(field.related_model, type)
    ]
    return any(link is User or (link is not model and leads_to_a_user(link)) for link in links)


def test_every_table_that_leads_to_a_learner_is_exported() -> None:
    personal = {
        model
        for model in apps.get_models()
        if model._meta.app_label not in STAYS_HERE and not model._meta.auto_created and leads_to_a_user(model)
    }

    assert personal == set(OWNERS) | WITHHELD


def test_every_column_of_every_table_is_in_it(learner: Learner) -> None:
    desk = learner.answer(ADD)
    desk.save("x", 1, "tab")
    learner.begin(skill="adding")
    learner.client.post(desk.address("report"), {"text": "A slip.", "kind": "typo"})
    work = LabWork.objects.create(user=learner.user, item_id="first/lab", notebook={"cells": []})
    EarlierWork.objects.create(work=work, notebook={"cells": []}, reason="a test")
    data = data_of(learner.client)

    for model in OWNERS:
        for row in data[model.__name__]:
            columns = {field.attname for field in model._meta.concrete_fields} - {"user_id"}
            assert columns <= set(row), model
    assert [row["text"] for row in data["ProblemReport"]] == ["A slip."]
    assert [row["answers"] for row in data["Attempt"]] == [{"c": desk.right_answer}]
    assert {row["purpose"] for row in data["Sitting"]} == {"course", "review"}
    assert len(data["SkillMemory"]) == len(data["ReviewSession"]) == len(data["EarlierWork"]) == 1


def test_a_sitting_says_what_was_asked_and_not_what_is_right(learner: Learner) -> None:
    desk = learner.at(ADD)
    (sitting,) = data_of(learner.client)["Sitting"]
    stored = desk.sitting.stored

    assert sitting["variant"] == {
        "version": stored.version,
        "seed": stored.seed,
        "title": stored.variant.title,
        "prompt": stored.variant.prompt,
    }
    assert all(desk.right_answer not in file.decode() for file in files_of(learner.client).values())


def test_it_can_be_read_without_a_program(learner: Learner) -> None:
    learner.at(TAKE).check("<script>1</script>")
    learner.at(TAKE).save("<script>2</script>", 1, "this-tab")
    learner.answer(ADD)
    LabWork.objects.create(user=learner.user, item_id="first/lab", notebook={"cells": []})
    files = files_of(learner.client)
    page = files["read-me.html"].decode()

    assert "A sum" in page
    assert "<script" not in page
    assert json.loads(files["labs/first/lab.ipynb"]) == {"cells": []}


def test_nothing_of_others_is_in_it(learner: Learner, bobs_browser: Client) -> None:
    learner.answer(ADD)
    data = data_of(bobs_browser)

    assert data["learner"]["username"] == "bob"
    assert all(data[model.__name__] == [] for model in OWNERS)


def test_no_password_is_in_it(learner: Learner) -> None:
    assert "password" not in files_of(learner.client)["data.json"].decode()


def test_somebody_who_is_not_signed_in_gets_nothing(charlies_browser: Client, course: Path) -> None:
    assert charlies_browser.get("/export/").status_code == 302


def test_it_is_downloaded_and_kept_by_no_cache(learner: Learner) -> None:
    reply = learner.client.get("/export/")

    assert reply.headers["Content-Disposition"] == 'attachment; filename="upslope-data.zip"'
    assert "no-store" in reply.headers["Cache-Control"]
