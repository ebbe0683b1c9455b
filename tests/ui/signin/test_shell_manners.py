"""Small manners of the frame: the keys stay where they were, the past invites to nothing."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from reviewer_app.domain.person import Person
from reviewer_app.settings import Settings
from tests.ui.signin.conftest import R2, STAFF, Room, pause
from ui.main_window import PLACES
from ui.place import Moment


def main_buttons(room: Room) -> list[QPushButton]:
    """The primary buttons that are seen."""
    return [made for made in room.buttons() if made.property("kind") == "primary"]


def test_after_a_change_in_the_settings_the_keys_are_where_they_were(room: Room) -> None:
    room.press(STAFF.name)
    room.go("settings")

    room.press("175 %")
    pause(50)

    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "175 %"
    assert not focused.visibleRegion().isEmpty()
    room.shell.give(Settings())


def test_the_past_invites_to_no_deed(room: Room) -> None:
    room.press(STAFF.name)
    room.go("overview")
    room.shell.jobs.settle()
    assert [made.isEnabled() for made in main_buttons(room)] == [True]

    room.shell.give(Moment(3))
    pause(50)
    room.shell.jobs.settle()
    pause(50)

    assert main_buttons(room)
    assert [made for made in main_buttons(room) if made.isEnabled()] == []
    main_buttons(room)[0].setEnabled(True)  # as a place does that looks again
    assert not main_buttons(room)[0].isEnabled()
    assert "此处只能查看" in main_buttons(room)[0].toolTip()


class WindowsSeen(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("person", [STAFF, R2], ids=["secretary", "reviewer"])
def test_no_part_of_a_place_flashes_as_a_window_of_its_own(room: Room, person: Person) -> None:
    seen = WindowsSeen()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(seen)

    room.press(person.name)
    for place in PLACES:
        room.go(place.key)
        room.settle()
    room.window.locking.emit()

    application.removeEventFilter(seen)
    assert seen.found == []
