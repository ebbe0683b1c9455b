"""What the operating system says of files and disks, in the user's language."""

import errno
import os

from reviewer_app.i18n import N_, Translator

_REASONS = {
    errno.ENOENT: N_("the folder or file is not there"),
    errno.EEXIST: N_("a file of this name stands there already"),
    errno.ENOTDIR: N_("it is no folder"),
    errno.EISDIR: N_("it is a folder, no file"),
    errno.EACCES: N_("no permission"),
    errno.EPERM: N_("no permission"),
    errno.EROFS: N_("write-protected"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk quota is used up"),
    errno.EIO: N_("the disk does not answer"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}
_BY_TEXT = {os.strerror(number): text for number, text in _REASONS.items()}


def system_reason(text: str, _: Translator) -> str:
    """Give the user's words for a reason of the system; unknown ones stay as they are."""
    known = _BY_TEXT.get(text)
    return text if known is None else _(known)


def failure_sentence(error: OSError, _: Translator) -> str:
    """Say what the system refused and where."""
    reason = system_reason(error.strerror or str(error), _)
    if error.filename is None:
        return _("The system refused: {detail}").format(detail=reason)
    return _("The system refused {path}: {detail}").format(path=error.filename, detail=reason)
