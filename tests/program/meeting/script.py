"""The parts of the meeting, as the people in the room do them."""

from collections.abc import Callable, Mapping

from tests.program.meeting.hand import Hand

PARTS: Mapping[str, Callable[[Hand], None]] = {}
