"""Words of the checks staff make: lines, sources, results, grounds that end a case."""

from reviewer_app.domain.checks import (
    CREDIT_SOURCES,
    FORMAL_ITEMS,
    CreditResult,
    FormalResult,
    SameContent,
    SupportLevel,
)
from reviewer_app.i18n import LANGUAGES, N_, Translator, translator

_FORMAL_ITEMS = (
    N_("Submitted within the time limit"),
    N_("Application form complete, signed and sealed, straddle seals included"),
    N_("Licence in force; name, seal and unified credit code agree"),
    N_("Registered and paying taxes in Xiamen, as the notice asks"),
    N_("Industry clearly stated"),
    N_("Pledge of the applicant (truth, no double claim, lawful data), signed by its head"),
    N_("Audit reports or financial statements of the last two or three years"),
    N_("Special audit of the project's investment, or ledger with invoices"),
    N_("Proof of intellectual property, and the licence of the base model"),
    N_("Third-party test report, with CMA or CNAS mark where asked for"),
    N_("Users' certificates or evaluations with their seal, and contracts"),
    N_("Filing or registration of the generative AI service and of algorithms, or why not"),
    N_("Agreement of a joint application (shares of work, money and property)"),
    N_("Statement on lawful sources of data, and safety self-assessment"),
    N_("Electronic and paper copies agree"),
)
_CREDIT_SOURCES = (
    N_("Credit China"),
    N_("Credit Xiamen"),
    N_("National enterprise credit information"),
    N_("City list of untrustworthy users of fiscal funds"),
    N_("Court enforcement information"),
    N_("Records of work safety, environment and tax"),
    N_("Statistical reporting"),
)
_VETOES = (
    N_("on the list of seriously untrustworthy entities"),
    N_("punished for misuse of fiscal funds, still in force"),
    N_("false material"),
    N_("the same content already supported by a city scheme"),
    N_("a major safety, environmental, network or data accident within the period"),
    N_("a joint application without agreement"),
)
_FORMAL = {
    FormalResult.PASSED: N_("passed"),
    FormalResult.SUPPLEMENT: N_("to be supplemented"),
    FormalResult.FAILED: N_("failed"),
    FormalResult.NOT_APPLICABLE: N_("not applicable"),
}
_CREDIT = {
    CreditResult.CLEAR: N_("no record"),
    CreditResult.NOTED: N_("record, no hindrance"),
    CreditResult.VETO: N_("veto"),
}
_LEVELS = {
    SupportLevel.NATION: N_("nation"),
    SupportLevel.PROVINCE: N_("province"),
    SupportLevel.CITY: N_("city"),
    SupportLevel.DISTRICT: N_("district"),
}
_SAME = {
    SameContent.YES: N_("same"),
    SameContent.NO: N_("different"),
    SameContent.PARTLY: N_("partly the same"),
    SameContent.OPEN: N_("to be decided"),
}


def formal_item(item: int, _: Translator) -> str:
    """Say what a line of the formal check asks for."""
    return _(_FORMAL_ITEMS[FORMAL_ITEMS.index(item)])


def formal_result_name(result: FormalResult, _: Translator) -> str:
    """Name the result of a line, or of the whole formal check."""
    return _(_FORMAL[result])


def credit_source(source: int, _: Translator) -> str:
    """Name one of the sources that are always queried."""
    return _(_CREDIT_SOURCES[CREDIT_SOURCES.index(source)])


def source_in(text: str) -> int | None:
    """Find which of the sources a recorded name means, in whatever language it was named."""
    for language in LANGUAGES:
        names = [credit_source(source, translator(language)) for source in CREDIT_SOURCES]
        if text.strip() in names:
            return CREDIT_SOURCES[names.index(text.strip())]
    return None


def credit_result_name(result: CreditResult, _: Translator) -> str:
    """Name what a source says."""
    return _(_CREDIT[result])


def support_level_name(level: SupportLevel, _: Translator) -> str:
    """Name whose money another support is."""
    return _(_LEVELS[level])


def same_content_name(same: SameContent, _: Translator) -> str:
    """Say whether another support is for the same content."""
    return _(_SAME[same])


def vetoes(_: Translator) -> tuple[str, ...]:
    """List what ends a case whatever else was found (一票否决)."""
    return tuple(_(text) for text in _VETOES)
