"""A reviewer's organisations are found where an application names them."""

from reviewer_app.domain.application import Application, DetailKind, DetailRow
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.rules.hints import Hint, Meeting, find_hints


def an_application(applicant: str = "甲单位", **extra: str) -> Application:
    return Application("P1", "项目", applicant, extra=extra)


def a_row(kind: DetailKind, **fields: str) -> dict[tuple[str, str], tuple[DetailRow, ...]]:
    return {("P1", kind.value): (DetailRow("P1", kind, 1, fields, counted=True),)}


def one_hint(reviewer: Reviewer, application: Application, details: object = None) -> Hint:
    found = find_hints([reviewer], [application], details or {})  # type: ignore[arg-type]
    assert len(found) == 1
    return found[0]


def test_the_applicant_is_met_whatever_the_form_of_its_name() -> None:
    reviewer = Reviewer("R1", "王", organisation="厦门海智科技有限公司")

    hint = one_hint(reviewer, an_application("厦门市海智科技（集团）股份有限公司"))

    assert (hint.meeting, hint.is_former) == (Meeting.APPLICANT, False)


def test_a_former_organisation_counts() -> None:
    reviewer = Reviewer("R1", "王", "乙大学", former_organisations=("甲单位",))

    assert one_hint(reviewer, an_application()).is_former


def test_a_user_in_the_detail_rows_is_met() -> None:
    reviewer = Reviewer("R1", "王", "第一医院")

    hint = one_hint(reviewer, an_application(), a_row(DetailKind.USERS, user="第一医院"))

    assert (hint.meeting, hint.found) == (Meeting.USER, "第一医院")


def test_an_owner_of_a_patent_is_met() -> None:
    reviewer = Reviewer("R1", "王", "丙研究院")
    details = a_row(DetailKind.INTELLECTUAL_PROPERTY, owner="丙研究院")

    assert one_hint(reviewer, an_application(), details).meeting is Meeting.OWNER


def test_a_further_column_is_met_by_its_name() -> None:
    reviewer = Reviewer("R1", "王", "丁测试中心")

    hint = one_hint(reviewer, an_application(检测机构="丁测试中心"))

    assert (hint.meeting, hint.place) == (Meeting.FURTHER, "检测机构")


def test_a_department_of_the_applicant_is_met() -> None:
    reviewer = Reviewer("R1", "王", "虚构理工大学计算机学院")

    assert one_hint(reviewer, an_application("虚构理工大学")).found == "虚构理工大学"


def test_two_universities_of_one_city_are_not_the_same() -> None:
    reviewer = Reviewer("R1", "王", "厦门大学")

    assert find_hints([reviewer], [an_application("厦门理工学院")], {}) == ()


def test_an_empty_organisation_meets_nobody() -> None:
    assert find_hints([Reviewer("R1", "王")], [an_application("")], {}) == ()
