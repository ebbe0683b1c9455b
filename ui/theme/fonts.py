"""The system's own Chinese font, with the bundled ones behind it for rare characters."""

from importlib import resources

from PySide6.QtGui import QFontDatabase

_SYSTEM = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "思源黑体",
    "WenQuanYi Micro Hei",
)
_BUNDLED = ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf", "LXGWWenKai-Regular.ttf")
_BUNDLED_FAMILIES = ("Noto Sans SC", "LXGW WenKai")


def families() -> list[str]:
    """Give the families of the screen in the order they are asked for a character."""
    own = [name for name in _SYSTEM if QFontDatabase.hasFamily(name)][:1]
    bundled = [name for name in _BUNDLED_FAMILIES if QFontDatabase.hasFamily(name)]
    return [*own, *bundled]


def register_bundled() -> bool:
    """Make the bundled fonts known; for after the first frame, it takes a tenth of a second.

    False where they were known already.
    """
    if all(QFontDatabase.hasFamily(name) for name in _BUNDLED_FAMILIES):
        return False
    for name in _BUNDLED:
        with resources.as_file(resources.files("resources") / "fonts" / name) as path:
            QFontDatabase.addApplicationFont(str(path))
    return True
