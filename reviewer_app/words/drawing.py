"""Words of draws: who is shut out and why, how an expert answered, how to draw again."""

from reviewer_app.domain.drawing import Answer, Draw, DrawMethod
from reviewer_app.domain.rules.draw_list import Bar, ShutOut
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.times import time_on_paper

_BARS = {
    Bar.APPLICANT: N_("Own organisation takes part: {found} ({applications})"),
    Bar.FORMER: N_("Organisation of the last three years takes part: {found} ({applications})"),
    Bar.BUREAU: N_("Works for the bureau that runs the review"),
    Bar.SEATED: N_("Sits on the panel already as {found}"),
}

_ANSWERS = {
    Answer.DRAWN: N_("drawn, not answered"),
    Answer.SUBSTITUTE: N_("substitute"),
    Answer.ACCEPTED: N_("comes"),
    Answer.REFUSED: N_("does not come"),
}


def shut_out_reason(bar: ShutOut, _: Translator) -> str:
    """Say why an expert cannot be drawn."""
    if bar.bar is Bar.BY_HAND:
        return bar.found
    applications = _(", ").join(bar.applications)
    return _(_BARS[bar.bar]).format(found=bar.found, applications=applications)


def answer_word(answer: Answer, _: Translator) -> str:
    """Say where a drawn expert stands."""
    return _(_ANSWERS[answer])


def how_to_draw_again(seed: str, attempt: int, _: Translator) -> str:
    """Say how anybody draws again by hand what a seed drew."""
    text = _(
        "To draw again: take the SHA-256 of the text “{seed}:{attempt}:number” (UTF-8) for each"
        " number of the list and sort by it, smallest first; that is the order drawn."
    )
    return text.format(seed=seed, attempt=attempt)


def of_the_digest(_: Translator) -> str:
    """Say what the column of the digests holds."""
    return _("The column “Digest” has its first eight signs.")


def order_attempt(at: int, draw: Draw, _: Translator) -> str:
    """Tell one attempt at the order of the defences."""
    by_hand = draw.method is DrawMethod.LOTS
    how = _("by lot on the spot") if by_hand else _("seed {seed}").format(seed=draw.seed)
    text = _("Draw {at}: {how}, {name}, {time}.").format(
        at=at, how=how, name=draw.supervisor, time=time_on_paper(draw.at)
    )
    again = _("Drawn again because: {reason}").format(reason=draw.reason)
    return f"{text} {again}" if draw.reason else text
