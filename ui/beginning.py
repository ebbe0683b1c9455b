"""Where files of batches come from: the wizard, and the sample.

Imported when one of them is wanted: the start page comes without the core's storage.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from reviewer_app.domain.person import Actor
from reviewer_app.i18n import Translator
from reviewer_app.queries.first_imports import FirstFile
from reviewer_app.words.templates import sheet_title
from reviewer_app.workflow.begin_batch import BatchOrder, BegunBatch, begin_batch
from reviewer_app.workflow.build_sample import BOOKS, FILE_NAME, Step, build_sample
from ui.dialogs.new_batch import NewBatch
from ui.jobs import Job, JobRunner, Progress
from ui.opened import surroundings


def wizard(translate: Translator, jobs: JobRunner, recent: Sequence[str]) -> NewBatch:
    """Make the wizard; a new file is kept beside the last one, else with the documents."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    last = [Path(name).parent for name in recent]
    folders = (*last, Path(QStandardPaths.writableLocation(documents)))
    there = next((folder for folder in folders if folder.is_dir()), Path.home())
    return NewBatch(translate, jobs, there)


def batch_job(
    order: BatchOrder, translate: Translator, then: Callable[[BegunBatch], object]
) -> Job:
    """Make the batch of the wizard in the job thread."""
    _ = translate
    return Job(_("Beginning the batch"), partial(_begin, order, _), then)


def sample_job(
    folder: Path, actor: Actor, translate: Translator, then: Callable[[Path], object]
) -> Job:
    """Build the sample in the job thread."""
    _ = translate
    return Job(_("Building the sample"), partial(_build, folder, actor), then)


def sample_in(folder: Path) -> Path | None:
    """Give the sample of a folder that has one already."""
    path = folder / FILE_NAME
    return path if path.exists() else None


def _begin(order: BatchOrder, _: Translator, progress: Progress) -> BegunBatch:
    total = len(order.files)
    done = 0

    def tell(file: FirstFile) -> None:
        nonlocal done
        progress.tell(done, total, sheet_title(file.kind, _))
        done += 1

    return begin_batch(order, surroundings(order.clerk.actor), tell)


def _build(folder: Path, actor: Actor, progress: Progress) -> Path:
    done = 0

    def tell(step: Step) -> None:
        nonlocal done
        progress.tell(done, len(BOOKS), step.file.name)
        done += 1

    return build_sample(folder, surroundings(actor), tell)
