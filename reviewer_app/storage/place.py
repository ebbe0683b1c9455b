"""Where a workspace may be worked on: never on a share or a removable disk.

Source: reliability.md 1.4 (locks and syncs there cannot be trusted).
"""

import re
import sys
from pathlib import Path

from reviewer_app.domain.errors import UnsafePlace

_SHARES = {
    *("cifs", "smb", "smb2", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "afs", "davfs", "9p"),
    *("afpfs", "beegfs", "ceph", "coda", "drvfs", "glusterfs", "lustre", "prl_fs", "vboxsf"),
    "vmhgfs",
}
_STICKS = {"vfat", "msdos", "exfat"}
_ESCAPE = re.compile(r"\\([0-7]{3})")
"""Space, tab, newline and backslash in a mount point; other characters stand as they are."""
_OVERLAYS = {"fuse.fuse-overlayfs", "fuse.fuse2fs", "fuseblk"}
_BLOCK_DEVICES = Path("/sys/class/block")


def require_safe_place(path: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """Refuse a place where acknowledged scores could be lost.

    Raises:
        UnsafePlace: a network share or a removable disk, named as the system names it.
    """
    kind = _windows_kind(path) if sys.platform == "win32" else _unix_kind(path, mounts)
    if kind:
        raise UnsafePlace(path, kind)


def _unix_kind(path: Path, mounts: Path) -> str:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    except OSError:
        return ""
    folder = str(path.resolve().parent)
    best, device, kind = "", "", ""
    for line in lines:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = _ESCAPE.sub(lambda found: chr(int(found[1], 8)), parts[1])
        inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, device, kind = point, parts[0], parts[2]
    if kind == "9p" and best == "/":
        return ""
    if kind in _SHARES | _STICKS or (kind.startswith("fuse") and kind not in _OVERLAYS):
        return f"{kind}: {best}"
    return f"{kind}: {best}" if _is_removable(device) else ""


def _is_removable(device: str) -> bool:
    """Look at the device and at the disk it is a part of."""
    node = (_BLOCK_DEVICES / Path(device).name).resolve()
    for flag in (node / "removable", node.parent / "removable"):
        try:
            return flag.read_text(encoding="ascii").strip() == "1"
        except OSError:
            continue
    return False


def _windows_kind(path: Path) -> str:
    import ctypes

    full = str(path.resolve())
    if full.startswith("\\\\"):
        return "UNC"
    drive = full[:3]
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined, unused-ignore]
    kinds = {2: "removable", 4: "remote"}
    return kinds.get(kernel.GetDriveTypeW(drive), "")
