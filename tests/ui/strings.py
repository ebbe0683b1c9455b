"""Every string of a window, seen or not: what a screen reader, a tip or a picture can tell."""

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget


def strings(window: QWidget) -> list[str]:
    """Give every string of every widget of a window."""
    found: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        found += [widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis()]
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.objectName()]
        names = [bytes(name.data()).decode() for name in widget.dynamicPropertyNames()]
        found += [str(widget.property(name)) for name in names if not name.startswith("_")]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        if isinstance(widget, QAbstractItemView):
            found += _cells(widget)
    return [text for text in found if text]


def _cells(view: QAbstractItemView) -> list[str]:
    model = view.model()
    places = range(model.rowCount()), range(model.columnCount())
    return [str(model.index(row, column).data()) for row in places[0] for column in places[1]]
