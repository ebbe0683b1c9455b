"""What an import found, as sentences: what it is and what to do about it."""

import re
from typing import Final

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.import_errors import CopyNotWritten, FileRefused, FileUnreadable
from reviewer_app.domain.plans import Problem
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.system import system_reason

_SENTENCES: Final[dict[ProblemKind, str]] = {
    ProblemKind.EMPTY_FILE: N_("The file is empty (0 bytes). Copy it again from its source."),
    ProblemKind.FILE_TOO_LARGE: N_(
        "The file has {size} MB; at most 50 MB can be imported. Remove pictures and sheets "
        "that are not needed."
    ),
    ProblemKind.OLD_XLS: N_(
        "This is the old Excel format (.xls). Open it in Excel or WPS and save it as .xlsx."
    ),
    ProblemKind.PASSWORD: N_(
        "The file is protected by a password. Open it, remove the password, save it and "
        "import again."
    ),
    ProblemKind.HTML: N_(
        "This is a web page (HTML) and no workbook, whatever its name says. Open it in Excel "
        "or WPS and save it as .xlsx."
    ),
    ProblemKind.OPEN_DOCUMENT: N_(
        "This is an OpenDocument file (.ods). Open it and save it as .xlsx."
    ),
    ProblemKind.WORD_DOCUMENT: N_(
        "This is a Word document, no workbook. Put the table into a workbook and save it as .xlsx."
    ),
    ProblemKind.OTHER_FILE: N_(
        "This is no workbook (found: {type}). Choose an .xlsx or .csv file."
    ),
    ProblemKind.BINARY_WORKBOOK: N_(
        "This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx."
    ),
    ProblemKind.OF_REHEARSAL: N_(
        "The workbook is of a rehearsal. Nothing of a rehearsal enters a real batch."
    ),
    ProblemKind.MACROS: N_(
        "The workbook contains macros and is not read. Open it and save it as .xlsx without macros."
    ),
    ProblemKind.STRICT_WORKBOOK: N_(
        "This is a “Strict Open XML” workbook. Save it again as “Excel workbook (.xlsx)”."
    ),
    ProblemKind.CSV_RENAMED: N_(
        "This is text (CSV) under another name. Name the file .csv and import that, or save "
        "it as .xlsx."
    ),
    ProblemKind.WORKBOOK_RENAMED: N_("{found} is a workbook by its content and was read as one."),
    ProblemKind.DAMAGED: N_(
        "The file is damaged or incomplete ({detail}). Copy it again from its source."
    ),
    ProblemKind.NO_WORKBOOK: N_(
        "The package contains no worksheet. Open it in Excel or WPS and save it as .xlsx."
    ),
    ProblemKind.ZIP_DUPLICATE: N_(
        "The file contains the part {entry} twice; nobody can tell which one counts. It is "
        "refused. Ask the sender for the original."
    ),
    ProblemKind.ZIP_NAME: N_(
        "The file contains a part with a forbidden name ({entry}). It is refused. Ask the "
        "sender for the original."
    ),
    ProblemKind.ZIP_ENTRIES: N_(
        "The file contains {entries} parts; no ordinary workbook has so many. It is refused."
    ),
    ProblemKind.ZIP_BOMB: N_(
        "The file unpacks to more than it may ({entry}; at most 50 MB). It is refused. Copy "
        "only the needed cells into a new workbook."
    ),
    ProblemKind.XML_DOCTYPE: N_(
        "The file contains a document type or entities ({part}); no spreadsheet program "
        "writes that. It is refused."
    ),
    ProblemKind.XML_ENCODING: N_(
        "A part of the file is not UTF-8 ({part}). Open it in Excel or WPS and save it again."
    ),
    ProblemKind.XML_BROKEN: N_(
        "A part of the file cannot be read ({part}, line {line}: {detail}). Copy it again, or"
        " open it in Excel or WPS and save it again."
    ),
    ProblemKind.CELL_PLACE: N_(
        "A cell has the impossible place {place}. Open the file in Excel or WPS and save it again."
    ),
    ProblemKind.CELL_TWICE: N_(
        "The cell in row {row}, column {column} occurs twice; nobody can tell which value "
        "counts. Open the file in Excel or WPS, check it and save it again."
    ),
    ProblemKind.TOO_MANY_ROWS: N_(
        "There is something in row {row}; at most {limit} rows can be imported. Delete the "
        "rows below the table."
    ),
    ProblemKind.TOO_MANY_COLUMNS: N_(
        "There is something in column {column}; at most {limit} columns can be imported. "
        "Delete the columns beside the table."
    ),
    ProblemKind.TOO_MANY_CELLS: N_(
        "The sheet has more than {limit} cells. Copy the table into a new workbook."
    ),
    ProblemKind.TOO_MANY_MERGES: N_(
        "There are too many or too large merged ranges ({place}). Undo the merging in the table."
    ),
    ProblemKind.TOO_MANY_STYLES: N_(
        "The file has too many or too long cell formats ({count}). Copy the values into a new"
        " workbook."
    ),
    ProblemKind.TOO_MANY_PROBLEMS: N_(
        "There are more than {limit} problems. Check that this is the right kind of file and "
        "the right sheet."
    ),
    ProblemKind.CSV_NUL: N_(
        "The text contains NUL characters and cannot be trusted. Save it again as CSV UTF-8 "
        "or as .xlsx."
    ),
    ProblemKind.CSV_QUOTES: N_(
        "A quotation mark is not closed, or stands in the middle of a field (near line "
        "{line}). Mend that line, or save the table as .xlsx."
    ),
    ProblemKind.CSV_FIELD: N_(
        "A field is longer than 131,072 characters (near line {line}); probably a quotation "
        "mark is missing."
    ),
    ProblemKind.CSV_ENCODING: N_(
        "The text is neither UTF-8 nor GB18030 nor UTF-16. Save it again as CSV UTF-8 or as .xlsx."
    ),
    ProblemKind.ENCODING_READ: N_(
        "The text was read as {encoding}. Check that the first line reads rightly: {found}"
    ),
    ProblemKind.SHEET_UNKNOWN: N_(
        "There is no sheet for this: {found}. Known: {expected}. Name one with --sheet NAME."
    ),
    ProblemKind.NO_SHEETS: N_("A CSV file has no sheets. Leave out --sheet."),
    ProblemKind.NO_DETAIL_TABLE: N_(
        "The columns are those of none of the tables {expected}. Take the headers of template"
        " details."
    ),
    ProblemKind.SHEET_CHOICE: N_(
        "The data could be on: {found}. Name the sheet with --sheet {first}."
    ),
    ProblemKind.SHEET_HIDDEN: N_(
        "The sheet {found} is hidden. A hidden sheet is only read when named: --sheet {found}."
    ),
    ProblemKind.SHEET_IGNORED: N_("The sheet {found} is none of the tables and was not read."),
    ProblemKind.HIDDEN_ROWS: N_(
        "{count} hidden or filtered rows are imported too (the first is row {first}). Delete "
        "them if they should not count."
    ),
    ProblemKind.HIDDEN_COLUMNS: N_("{count} hidden columns are read too: {found}."),
    ProblemKind.HEADER_MISSING: N_(
        "The column {expected} is missing. Found: {found}. If it has another name, add --map "
        "OLD={missing}."
    ),
    ProblemKind.HEADER_TWICE: N_(
        "Two columns mean the same: {found} (columns {first} and {last}). Say which one by "
        "its letter, as in --map {first}={found}."
    ),
    ProblemKind.HEADER_MERGED: N_(
        "The header cells {found} are merged, so the columns {first} to {last} cannot be told"
        " apart. Undo the merging, or name each by its letter: --map {first}=…"
    ),
    ProblemKind.HEADER_BRACKET: N_(
        "The header has “{found}” in brackets; it was read as the column without it (unit: "
        "{expected})."
    ),
    ProblemKind.MAP_SOURCE: N_(
        "--map names {found}, but there is no such header. Found: {headers}."
    ),
    ProblemKind.MAP_TARGET: N_(
        "--map names {found}, but no column has this name. Known: {expected}."
    ),
    ProblemKind.UNIT_COLUMN: N_(
        "--unit names {found}, which is no column with an amount of money. Write 元 or 万元 "
        "after a money column. Found: {headers}."
    ),
    ProblemKind.UNIT_MISMATCH: N_(
        "The header says {found}, but this column is in {expected}. Convert the numbers and "
        "mend the header."
    ),
    ProblemKind.UNIT_CONVERTED: N_(
        "The header says {found}; the amounts were converted to {expected}."
    ),
    ProblemKind.UNIT_SUSPECT: N_(
        "{found} {unit} is more than ten times the median ({median}). Check that it is not in yuan."
    ),
    ProblemKind.COLUMN_KEPT: N_("The column {found} is not known; it is kept as extra data."),
    ProblemKind.COLUMN_IGNORED: N_("The column {found} is not known and was not read."),
    ProblemKind.NO_ROWS: N_(
        "There are no rows of data on this sheet. Check the sheet, or name another one with "
        "--sheet NAME."
    ),
    ProblemKind.TOTAL_ROW: N_("“{found}” is a total or a foot line and was not imported."),
    ProblemKind.FORMULA_CACHED: N_("Formula; the value saved with it was taken: {found}"),
    ProblemKind.FORMULA_EMPTY: N_(
        "The formula {found} has no saved value. Open the file in Excel or WPS and save it, "
        "or paste the value."
    ),
    ProblemKind.CELL_ERROR: N_(
        "The cell holds the error {found}. Mend the formula or write the value."
    ),
    ProblemKind.CELL_PICTURE: N_("The cell holds a picture instead of a value. Write the value."),
    ProblemKind.MERGED_CELL: N_(
        "The cell is merged with {anchor} (“{found}”), so this row has no value of its own. "
        "Undo the merging and fill each row, or add --fill-merged to take it for all its rows."
    ),
    ProblemKind.MERGED_FILLED: N_("Merged cell; its value was taken for this row too: {found}"),
    ProblemKind.REQUIRED: N_("This cell must be filled."),
    ProblemKind.TEXT_TOO_LONG: N_(
        "The text has {length} characters; a cell holds at most 32,767. Shorten it."
    ),
    ProblemKind.TEXT_CLEANED: N_(
        "Invisible or control characters were removed; read as: {expected}"
    ),
    ProblemKind.KEY_CLEANED: N_("The number was written “{found}” and is read as {expected}."),
    ProblemKind.KEY_AS_NUMBER: N_(
        "{found} was stored as a number and may have lost digits. Format the column as text "
        "(请设为文本) and type it again."
    ),
    ProblemKind.BOOLEAN_FOUND: N_("Found TRUE or FALSE, expected a number."),
    ProblemKind.NOT_A_NUMBER: N_(
        "“{found}” is no number. Write it in digits, without other signs."
    ),
    ProblemKind.NUMBER_NORMALISED: N_("“{found}” was read as {expected}."),
    ProblemKind.NUMBER_NOISE: N_(
        "{found} was rounded to {expected} (noise of the spreadsheet's arithmetic)."
    ),
    ProblemKind.NUMBER_TOO_PRECISE: N_(
        "{found} has more digits than a spreadsheet keeps. Check the unit, or format the cell"
        " as text."
    ),
    ProblemKind.UNIT_UNCONFIRMED: N_(
        "“{found}” carries a unit, but the unit of the column is not confirmed. Write plain "
        "numbers, or add --unit {column}={unit}."
    ),
    ProblemKind.READ_AS_EMPTY: N_("“{found}” was read as an empty cell."),
    ProblemKind.NOT_WHOLE: N_("“{found}” is no whole number from 0. Write a count."),
    ProblemKind.OUT_OF_BOUNDS: N_(
        "{found} is outside the allowed range ({expected}). Check value and unit."
    ),
    ProblemKind.NOT_A_SHARE: N_(
        "{found} is no share between 0 and 1. Write 0.1 or 10% for ten per cent."
    ),
    ProblemKind.NOT_A_FLAG: N_("“{found}” is neither yes nor no. Write 是 or 否."),
    ProblemKind.NOT_A_CHOICE: N_("“{found}” is not one of: {expected}."),
    ProblemKind.NOT_A_DATE: N_("“{found}” is no date. Write it like 2026-03-01."),
    ProblemKind.DATE_NORMALISED: N_("“{found}” was read as the date {expected}."),
    ProblemKind.NOT_WHOLE_FEN: N_("{found} has parts smaller than a fen. Round it."),
    ProblemKind.CREDIT_CODE_WRONG: N_(
        "{found} is no valid credit code: a sign or the check digit is wrong. Compare it with"
        " the licence, or leave it empty."
    ),
    ProblemKind.CREDIT_CODE_OLD: N_(
        "{found} does not have 18 signs (an old registration number?) and cannot be checked."
    ),
    ProblemKind.CREDIT_CODE_BODY: N_(
        "The organisation code inside {found} has a wrong check digit. Compare it with the licence."
    ),
    ProblemKind.CREDIT_CODE_NORMALISED: N_("The credit code “{found}” was read as {expected}."),
    ProblemKind.ROW_REPEATED: N_("The row is the same as row {first} ({key}) and is taken once."),
    ProblemKind.ROW_CONFLICT: N_(
        "{key} occurs in the rows {rows} with different data. Keep one of them."
    ),
    ProblemKind.KEY_COLLISION: N_(
        "The rows {rows} have numbers that differ only in spaces, width or invisible signs "
        "({key}). Make them the same or different."
    ),
    ProblemKind.EMPTY_KEEPS: N_("The cell is empty; the stored value of {subject} stays: {found}"),
    ProblemKind.MORE_LIKE_THIS: N_("… and {count} more notes like this: {kind}"),
    ProblemKind.UNKNOWN_APPLICATION: N_(
        "There is no application {found} in this workspace. Import the applications first, or"
        " mend the number."
    ),
    ProblemKind.UNKNOWN_REVIEWER: N_(
        "There is no reviewer {found} in this workspace. Import the reviewers first, or mend "
        "the number."
    ),
    ProblemKind.UNKNOWN_INDICATOR: N_("The scheme has no indicator {found}. Known: {expected}."),
    ProblemKind.NOT_ASSIGNED: N_(
        "Reviewer {reviewer} is not assigned to application {application}. Assign first, or "
        "remove the row."
    ),
    ProblemKind.REASON_MISSING: N_(
        "The sheet of {reviewer} for {application} is further from the suggestion than "
        "allowed on {indicators} without a reason. Write one as comment."
    ),
    ProblemKind.DERIVED_OUT_OF_BOUNDS: N_(
        "The rows of {application} give {found} for {input}, which is outside its range. "
        "Check the rows."
    ),
    ProblemKind.STRUCK_WITHOUT_REASON: N_("The row does not count but gives no reason. Write one."),
    ProblemKind.SCORE_RANGE: N_("{found} is no score for {indicator}: expected {expected}."),
    ProblemKind.SCORE_STEP: N_(
        "{found} is between two steps of {indicator} (step {step}). Round it to the step."
    ),
    ProblemKind.OBJECTIVE_EQUAL: N_(
        "{indicator} is an objective score; the file has the computed {expected}."
    ),
    ProblemKind.OBJECTIVE_DIFFERENT: N_(
        "{indicator} is an objective score: the file says {found}, computed is {expected}. "
        "Correct the data behind it, or remove the column."
    ),
    ProblemKind.OBJECTIVE_UNKNOWN: N_(
        "{indicator} is an objective score that cannot be computed yet; the {found} of the "
        "file was not taken."
    ),
    ProblemKind.STATE_UNKNOWN: N_(
        "“{found}” is no state of a sheet. Write 回避, 弃权 or 缺席, or leave it empty."
    ),
    ProblemKind.STATE_AND_SCORES: N_(
        "The sheet of {reviewer} for {application} has a state and scores, or two states. "
        "Keep one of them."
    ),
    ProblemKind.STATE_SUBMITTED: N_(
        "The sheet of {reviewer} for {application} is submitted; an import cannot change its state."
    ),
    ProblemKind.SHEET_INCOMPLETE: N_(
        "The sheet of {reviewer} for {application} lacks: {missing}. Fill them (a 0 must be "
        "typed), or import without --submit."
    ),
    ProblemKind.SHEET_NOT_OPEN: N_(
        "The sheet of {reviewer} for {application} is set aside ({found}) and takes no scores."
    ),
}


def message(problem: Problem, _: Translator) -> str:
    """Say a finding, after the cell it stands in where there is one."""
    kind = ProblemKind(problem.kind)
    fields = {
        "found": problem.found,
        "expected": problem.expected,
        "column": problem.column,
        **problem.facts,
    }
    if kind is ProblemKind.MORE_LIKE_THIS:
        fields["kind"] = _kind_in_words(ProblemKind(problem.facts["kind"]), _)
    text = _(_SENTENCES[kind]).format(**fields)
    cell = problem.facts.get("cell", "")
    if not cell:
        return text
    place = f"{problem.sheet}!{cell}" if problem.sheet else cell
    return _("{place}: {text}").format(place=place, text=text)


def _kind_in_words(kind: ProblemKind, _: Translator) -> str:
    """Give the sentence of a kind with its figures left out."""
    return re.sub(r"\{[a-z_]+\}", "…", _(_SENTENCES[kind]))


def sentence(error: ReviewerError, _: Translator) -> str | None:
    """Say why a file could not be read; None for errors of others."""
    match error:
        case FileRefused():
            return _(_SENTENCES[error.kind]).format(**error.facts)
        case FileUnreadable():
            return _(
                "{path} cannot be read ({reason}). It may be open in Excel or WPS, or the disk is"
                " gone. Close it there or reconnect the disk, or copy the file, and try again."
            ).format(path=error.path, reason=system_reason(error.reason, _))
        case CopyNotWritten():
            return _(
                "{path} cannot be written ({reason}). It may be open in Excel or WPS, or the disk"
                " is full. Close it there, or choose another name."
            ).format(path=error.path, reason=system_reason(error.reason, _))
        case _:
            return None
