"""A picture file as a document of one page, for the page view."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class _Picture:
    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class _Drawing:
    image: QImage

    def step(self) -> bool:
        """Say that it is done: a picture is drawn at once."""
        return True

    def picture(self) -> _Picture:
        """Give the pixels, 32 bits each."""
        image = self.image
        return _Picture(
            image.width(), image.height(), image.bytesPerLine(), bytes(image.constBits())
        )


class PicturePages:
    """One page: the picture, as wide as it is asked for."""

    count = 1

    def __init__(self, data: bytes) -> None:
        self._image = QImage.fromData(data)

    def drawing(self, page: int, width: int) -> _Drawing:  # noqa: ARG002 - there is one page
        """Draw the picture so many pixels wide."""
        scaled = self._image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        return _Drawing(scaled.convertToFormat(QImage.Format.Format_RGB32))

    def close(self) -> None:
        """Nothing is held open."""
