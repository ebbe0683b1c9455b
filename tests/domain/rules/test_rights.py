"""The one table of rights says who may do and see what, and it leaves out nothing."""

import ast
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.rules.phases import GROUPS, LASTING, PHASES_OF, Group
from reviewer_app.domain.rules.rights import DEEDS, VIEWS, Reach, View, reach_of_deed, reach_of_view
from reviewer_app.i18n import translator
from reviewer_app.words.deeds import deed_name
from reviewer_app.words.errors import sentence
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.set_aside import ASIDE
from tests.architecture.files import sources, tree
from tests.builders import a_workspace, as_person
from tests.domain.rules.rights_table import REVIEWED, table


def written_verbs() -> set[str]:
    """Collect the verbs that the modules of workflow write by name."""
    found = {state.value for state in ASIDE}
    for path in sources("reviewer_app"):
        if "workflow" not in path.parts:
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("workspace.write"):
                found |= {
                    leaf.value
                    for leaf in ast.walk(node.args[0])
                    if isinstance(leaf, ast.Constant)
                    and isinstance(leaf.value, str)
                    and not leaf.value.endswith("_")
                }
    return found


def test_every_verb_that_is_written_stands_in_the_table() -> None:
    assert written_verbs() <= DEEDS.keys()


def test_every_verb_has_its_group_of_phases_and_no_second_one() -> None:
    """A new verb goes into the group of `domain.rules.phases` whose phases fit it."""
    grouped = sorted(verb for verbs in GROUPS.values() for verb in verbs)

    assert grouped == sorted(DEEDS)
    assert DEEDS.keys() >= LASTING
    assert PHASES_OF.keys() == set(Group)


def test_the_table_of_phases_is_the_one_that_was_reviewed() -> None:
    """Write it anew with `tests.domain.rules.rights_table`, and read the difference."""
    assert table() == REVIEWED.read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", sorted(DEEDS))
def test_every_verb_has_its_chinese_name(verb: str) -> None:
    assert deed_name(verb, translator("zh_CN")) not in (verb, deed_name(verb, translator("en")))


def test_nobody_may_use_a_verb_that_is_not_in_the_table() -> None:
    assert {reach_of_deed("shred", role) for role in Role} == {Reach.NONE}


def test_the_administrator_sees_no_scores() -> None:
    hidden = (View.SHEETS, View.RESULTS, View.REPORTS, View.APPLICATIONS)

    assert {reach_of_view(view, Role.ADMINISTRATOR) for view in hidden} == {Reach.NONE}


def test_a_reviewer_sees_nothing_beyond_the_own_sheets() -> None:
    assert {VIEWS[view].get(Role.REVIEWER, Reach.NONE) for view in View} <= {Reach.NONE, Reach.OWN}


def test_a_reviewer_scores_the_own_sheet_and_no_other(tmp_path: Path) -> None:
    workspace = as_person(a_workspace(tmp_path / "w.review"), Actor("专家1", Role.REVIEWER, "R1"))

    give_score(workspace, application="P1", reviewer="R1", indicator="B1", value=Fraction(30))
    with pytest.raises(NotAllowed) as refused:
        give_score(workspace, application="P1", reviewer="R2", indicator="B1", value=Fraction(30))

    assert refused.value.own_only
    assert "own sheets only" in (sentence(refused.value, translator("en")) or "")
    assert workspace.store.head()[0] == 4
    workspace.close()


def test_a_supervisor_gives_no_score(tmp_path: Path) -> None:
    workspace = as_person(a_workspace(tmp_path / "w.review"), Actor("监督", Role.SUPERVISOR))

    with pytest.raises(NotAllowed):
        give_score(workspace, application="P1", reviewer="R1", indicator="B1", value=Fraction(30))

    workspace.close()
