"""The credit code against the vectors of domain.md 4.3."""

import pytest

from reviewer_app.domain.credit_code import (
    ALPHABET,
    CreditVerdict,
    has_right_body,
    judge,
    normalise,
)

VALID = ("91110000600037341L", "91350200MA0000007F", "91000000000000000K", "12000000000000000Q")


@pytest.mark.parametrize("code", VALID)
def test_known_codes_are_valid(code: str) -> None:
    assert judge(code) is CreditVerdict.VALID


def test_every_other_check_sign_is_wrong() -> None:
    wrong = [VALID[0][:17] + sign for sign in ALPHABET if sign != "L"]

    assert {judge(code) for code in wrong} == {CreditVerdict.WRONG_CHECK}


@pytest.mark.parametrize("place", range(17))
def test_one_wrong_sign_is_always_noticed(place: int) -> None:
    code = VALID[0]
    others = [code[:place] + sign + code[place + 1 :] for sign in ALPHABET if sign != code[place]]

    assert CreditVerdict.VALID not in {judge(other) for other in others}


def test_spaces_hyphens_width_and_case_do_not_matter() -> None:
    assert normalise(" ９１11-0000 6000373４1l\u3000") == VALID[0]


def test_other_lengths_are_no_wrong_codes() -> None:
    assert judge("350200100012345") is CreditVerdict.OLD_NUMBER
    assert judge("9111000060003734") is CreditVerdict.WRONG_LENGTH


@pytest.mark.parametrize("code", ["91110000600037341I", "9111O000600037341L", "9111A000600037341L"])
def test_signs_that_no_code_has_are_wrong(code: str) -> None:
    assert judge(code) is CreditVerdict.WRONG_SIGN


def test_the_organisation_code_inside_has_its_own_check_sign() -> None:
    assert has_right_body("91110000600037341L")
    assert not has_right_body("91110000600037342L")
