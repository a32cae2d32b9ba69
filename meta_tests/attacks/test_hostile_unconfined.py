"""What an attack does where nothing keeps it from it: it would not do to refuse what is harmless.

An attack that has ceased to work, since what it looks for has another name, would earn nothing and
pass. Here each must be seen to do something, to a grader as naive as many are. It needs no right
that an ordinary user lacks, and no kernel that is set up in a special way.
"""

import contextlib

import pytest
from support.canaries import SECRET_VARIABLE, orphans
from support.hostile import NAMES, assert_it_is_shown_as_text, laid_out
from support.naive import Graders

UNSEEN = {
    "its harm is in a session of pytest's own, or of Hypothesis', in the same process": {
        "files_conftest", "files_installed_plugin", "files_pyproject", "files_pytest_ini",
        "files_pytest_plugins", "patch_hypothesis_engine", "patch_hypothesis_profile",
        "patch_plugin_manager", "patch_runtest", "patch_test_code", "patch_test_report",
        "patch_testsfailed", "steal_by_import_hook", "steal_oracles",
    },
    "its harm is to an interpreter that is started in its directory": {
        "files_package", "files_shadowed_grader", "files_sitecustomize",
    },
    "its file cannot be read by anybody, or not at once": {
        "files_deep_source", "files_endless_link", "files_not_utf8", "files_null_byte",
        "files_pipe", "files_unreadable",
    },
    "it takes more of the machine than a test may": {
        "exhaust_answer", "exhaust_descriptors", "exhaust_forks", "exhaust_memory",
        "exhaust_memory_at_import", "exhaust_memory_in_pieces", "exhaust_own_limits",
        "exhaust_threads", "files_one_gigabyte",
    },
    "it costs a report its length, and this grader has none": {
        "exhaust_exception_group", "exhaust_traceback", "exit_endless_recursion",
        "output_script_in_a_file_name",
    },
    "from Python 3.12 it is only a RecursionError": {"exit_deep_recursion_in_c"},
    "it is quicker or slower than this grader": {
        "exit_alarm", "exit_from_a_thread", "exit_interrupts_the_main_thread",
        "protocol_swallowed_questions",
    },
    "its answer is plainly wrong, or no answer, to any grader": {
        "branch_on_the_clock", "lie_broadcast", "lie_class_of_another",
        "lie_constant_beyond_bounds", "lie_deep_list", "lie_dictionary_subclass", "lie_infinite",
        "lie_lazy_array", "lie_not_unicode", "lie_odd_numbers", "patch_array_methods",
        "patch_audit_hook",
    },
    "it looks for what this grader has not got, or another process": {
        "patch_judge", "reach_kills_its_parent", "reach_stops_its_parent",
        "reach_writes_the_result", "steal_bundled_reference", "steal_other_hand_ins",
        "steal_reference_beside_the_grader", "steal_reference_from_a_command_line",
    },
    "it needs a kernel or a right that not everybody has": {
        "reach_32_bit_kernel", "reach_installed_package", "reach_io_uring", "reach_namespaces",
        "reach_x32_kernel", "steal_by_ptrace", "steal_from_the_parents_memory",
    },
}  # fmt: skip
SEEN = sorted(set(NAMES) - set().union(*UNSEEN.values()))
NEVER_ENDS = (  # however long it is waited for
    "hang_", "exhaust_text", "lie_endless_list", "lie_list_in_itself", "lie_wide_and_deep",
    "patch_clocks", "protocol_flood", "protocol_slow_drip", "protocol_two_gigabytes",
)  # fmt: skip
FORGES = ("output_", "exit_atexit")
SHORT, LONG = 0.5, 60.0  # seconds; of two calls the one attack that ends needs half a second each
HONEST = {
    "returns_nothing": "def affine(A, b, x): pass\n\ndef slope(A): pass\n",
    "raises": "def affine(A, b, x): raise ValueError('x')\n\ndef slope(A): return A[0, 9]\n",
    "is_wrong": "def affine(A, b, x): return A @ x - b - 1\n\ndef slope(A): return A.T\n",
}


@pytest.fixture(scope="session")
def graders(tmp_path_factory):
    terminal = tmp_path_factory.mktemp("grader") / "terminal"
    with contextlib.closing(Graders(terminal)) as graders:
        yield graders


@pytest.mark.parametrize("name", SEEN)
def test_a_naive_grader_is_harmed_or_deceived(graders, toy, tmp_path, name):
    patience = SHORT if name.startswith(NEVER_ENDS) else LONG
    with laid_out(name, toy, tmp_path) as (work, canaries):
        module = work.stem if work.is_file() else "affine"
        secret = {SECRET_VARIABLE: canaries.secret}
        with orphans() as left:
            ended = graders.grade(tmp_path / "work", module, tmp_path / "output", secret, patience)
        told = [told for told in (canaries.secret, "GOT THROUGH") if told in ended.output]
        effects = [*ended.effects(), *canaries.harm(), *told, *left]
        assert effects or name.startswith(FORGES), ended
    if name.startswith(FORGES):
        with pytest.raises(AssertionError):
            assert_it_is_shown_as_text(ended.output, ended.output)


@pytest.mark.parametrize("name", HONEST)
def test_honest_work_that_is_wrong_does_not_harm_it(graders, hand_in, tmp_path, name):
    work = hand_in(HONEST[name])
    ended = graders.grade(work, "affine", tmp_path / "output", {}, LONG)
    assert list(ended.effects()) == []


def test_what_cannot_be_seen_is_among_the_attacks():
    unseen = [name for names in UNSEEN.values() for name in names]
    assert len(unseen) == len(set(unseen))
    assert set(unseen) <= set(NAMES)
    assert len(SEEN) > 130
