"""Practising in a terminal, as a person does: in a pseudo-terminal, looking at the screen and pressing keys."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from pty_terminal import Terminal

from evalmode.store import open_store

# Python 3.12 warns whoever forks a terminal while other tests' threads are alive; the child begins anew at once.
pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")

MENU = "finish here ›"
CTRL_C, CTRL_S, ENTER, ALT_ENTER = "\x03", "\x13", "\r", "\x1b\r"
ANSWER = "it makes the outputs positive and they sum to one"
ARROW = "left ›"


def history(folder):
    """What the program says it kept."""
    done = subprocess.run(
        [sys.executable, "-m", "evalmode", "--data", str(folder), "stats", "--json"], capture_output=True, check=True
    )
    return json.loads(done.stdout)


def answer(terminal, text, *, number, of):
    """Wait for a question, answer it, and wait for its feedback."""
    terminal.until(f"─ {number}/{of} ·", ARROW).press(text).until(text).press(ENTER).until("Model answer", MENU)


@pytest.mark.slow
def test_twenty_questions_from_the_first_to_the_summary(tmp_path):
    with Terminal("drill", folder=tmp_path) as terminal:
        for number in range(1, 21):
            answer(terminal, f"my answer number {number}", number=number, of=20)
            terminal.press(ENTER)
        terminal.until("Summary", "over 20 answers", "By topic", "Comes back")
        assert terminal.leave() == 0
        titles = re.findall(r"─ \d+/20 · ([^─\n]+)", terminal.transcript)  # a long title loses its end
        assert len(titles) == 20
        assert len(set(titles)) == 20
        assert all(f"› my answer number {number}" in terminal.transcript for number in range(1, 21))
    kept = history(tmp_path)
    assert kept["attempts"] == 20


def test_feedback_names_each_point_with_a_mark_a_word_and_the_evidence(tmp_path):
    with Terminal("drill", "--item", "softmax", folder=tmp_path) as terminal:
        answer(terminal, ANSWER, number=1, of=1)
        shown = terminal.transcript
        assert "✔ covered" in shown
        assert "○ missing" in shown
        assert f"“{ANSWER}”" in shown
        assert "Why" in shown
        assert "Comes back" in shown
        terminal.press(ENTER).until("Summary", "To say next time")
        assert terminal.leave() == 0


def test_i_did_say_that_raises_the_score_and_can_be_taken_back(tmp_path):
    with Terminal("drill", "--item", "softmax", folder=tmp_path) as terminal:
        answer(terminal, ANSWER, number=1, of=1)
        terminal.press("o").until("Which points did you say?").press("9" + ENTER).until("There is no point 9", MENU)
        terminal.press("o").until("Which points did you say?").press("2, 3" + ENTER).until("100%", MENU)
        assert terminal.shown.count("you said it") == 2
        terminal.press("o").until("Which points did you say?").press("2" + ENTER).until(MENU)
        terminal.press(ENTER).until("Summary")
        assert terminal.leave() == 0
        assert "100% over" not in terminal.shown


def test_the_words_that_said_it_are_learnt_after_a_yes_and_not_before(tmp_path):
    said = "every class gets its slice of one cake"
    with Terminal("drill", "--item", "softmax", folder=tmp_path) as terminal:
        answer(terminal, said, number=1, of=1)
        assert "[t]" not in terminal.shown.splitlines()[-1]
        terminal.press("o").until("Which points did you say?").press("1" + ENTER).until("teach the grader", MENU)
        terminal.press("t").until("Which words said it?", said).press(ENTER).until("[y] remember these words")
        terminal.press("n").until("Nothing was learnt.", MENU)
        terminal.press("t").until("Which words said it?", said).press(" and more" + ENTER)
        terminal.until("[y] remember these words").press("y").until("These are not words of your answer.", MENU)
        terminal.press("t").until("Which words said it?", said).press(ENTER).until("[y] remember these words")
        terminal.press("y").until("Remembered.", MENU)
        terminal.press("q").until("Summary")
        assert terminal.leave() == 0
    store = open_store(tmp_path / "evalmode.db")
    with store.read("local") as work:
        assert [one.phrase for one in work.phrasings.living()] == [said]
    store.close()


def test_undoing_a_review_and_running_a_proof(tmp_path):
    with Terminal("drill", "--item", "softmax", folder=tmp_path) as terminal:
        answer(terminal, ANSWER, number=1, of=1)
        terminal.press("u").until("The review was undone", MENU)
        assert "[u]" not in terminal.shown.splitlines()[-1]
        terminal.press("p").until("proven in", "sum 1.0", MENU, seconds=120)
        terminal.press("q").until("Summary")
        assert terminal.leave() == 0


def test_a_second_line_a_skipped_question_and_an_early_end(tmp_path):
    with Terminal("drill", "-n", "3", folder=tmp_path) as terminal:
        terminal.until("─ 1/3 ·", ARROW).press("first line").until("first line").press(ALT_ENTER).press("second line")
        terminal.until("second line").press(ENTER).until(MENU).press(ENTER)
        terminal.until("─ 2/3 ·", ARROW).press(CTRL_S).until("Skipped.", "─ 3/3 ·", ARROW)
        terminal.press("third").until("third").press(ENTER).until(MENU).press("q")
        terminal.until("over 2 answers, 1 skipped")
        assert terminal.leave() == 0
    assert history(tmp_path)["attempts"] == 2


def test_leaving_keeps_session_and_draft_and_resuming_goes_on(tmp_path):
    with Terminal("drill", "-n", "2", folder=tmp_path) as terminal:
        answer(terminal, "the first answer", number=1, of=2)
        terminal.press(ENTER).until("─ 2/2 ·", ARROW).press("half of").until("half of").press(CTRL_C)
        terminal.until("evalmode drill --resume")
        assert terminal.leave() == 130
    with Terminal("drill", "--resume", folder=tmp_path) as terminal:
        terminal.until("─ 2/2 ·", "left › half of").press(" the second").press(ENTER).until(MENU).press(ENTER)
        terminal.until("over 2 answers")
        assert "half of the second" in terminal.transcript
        assert terminal.leave() == 0


@pytest.mark.slow
def test_when_the_time_is_up_what_stands_is_graded_and_later_keys_do_no_harm(tmp_path, quick_pack):
    arguments = ("--pack", str(quick_pack), "drill", "--item", "quick-question")
    with Terminal(*arguments, folder=tmp_path / "data") as terminal:
        terminal.until("· 15 s", ARROW).press(ANSWER)
        terminal.until("Time is up: what stood is graded.").press("quququ")
        terminal.until(f"“{ANSWER}”", MENU)
        assert "The review was undone" not in terminal.transcript
        terminal.press(ENTER).until("15 of 15 s used")
        assert terminal.leave() == 0


@pytest.mark.slow
def test_relaxed_nobody_is_cut_off(tmp_path, quick_pack):
    arguments = ("--pack", str(quick_pack), "drill", "--relaxed", "--item", "quick-question")
    with Terminal(*arguments, folder=tmp_path / "data") as terminal:
        terminal.until("· 15 s", ARROW).until("0:01 over ›").press(ANSWER).until(ANSWER).press(ENTER).until(MENU)
        terminal.press(ENTER).until("Summary")
        assert "Time is up" not in terminal.transcript
        assert terminal.leave() == 0


def test_a_deep_question_goes_as_deep_as_wanted(tmp_path):
    with Terminal("deep", folder=tmp_path) as terminal:
        terminal.until("First the headline", ARROW).press("the headline").until("› the headline").press(ENTER)
        terminal.until("[Enter] go deeper", "[n] no deeper", MENU).press(ENTER)
        terminal.until("Now the detail", "headline: the headline", ARROW).press("the detail").until("› the detail")
        terminal.press(ENTER).until("[n] no deeper", MENU).press("n").until("Summary", "over 2 answers")
        assert terminal.leave() == 0


def test_as_json_the_summary_alone_goes_to_standard_output(tmp_path):
    output = tmp_path / "summary.json"
    program = f"exec {sys.executable} -m evalmode --data {tmp_path} drill --item softmax --json > {output}"
    with Terminal.running("/bin/sh", "-c", program) as terminal:
        answer(terminal, ANSWER, number=1, of=1)
        terminal.press(ENTER)
        assert terminal.leave() == 0
    summary = json.loads(output.read_text(encoding="utf-8"))
    assert summary["answered"] == 1
    assert summary["session"]["turns"][0]["item_id"] == "rapid/softmax"


def test_without_colour_and_without_unicode_everything_is_still_said(tmp_path):
    environment = {"NO_COLOR": "1", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    with Terminal("drill", "--item", "softmax", folder=tmp_path, environment=environment) as terminal:
        terminal.until("1/1", "left").press(ANSWER).until(ANSWER).press(ENTER).until("+ covered", "- missing")
        assert f'"{ANSWER}"' in terminal.transcript
        terminal.until("finish here").press(ENTER)
        assert terminal.leave() == 0


@pytest.mark.parametrize("command", ["drill", "deep"])
def test_without_a_terminal_it_says_what_to_use_instead(evalmode, command):
    done = evalmode(command)
    assert done.returncode == 1
    assert b"evalmode grade" in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--item", "no-such-question"], 1, "There is no item 'no-such-question'."),
        (["--topic", "no-such-topic"], 1, "There is no topic 'no-such-topic'."),
        (["--level", "genius"], 1, "genius"),
        (["--resume"], 1, "There is no unfinished session."),
        (["--only-due"], 1, "Nothing is due"),
        (["-n", "0"], 2, "greater than or equal to 1"),
        (["-n", "many"], 2, "valid integer"),
        (["--nonsense"], 2, "--nonsense"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_one_sentence(tmp_path, arguments, code, says):
    with Terminal("drill", *arguments, folder=tmp_path) as terminal:
        assert terminal.leave() == code
        assert says in " ".join(terminal.transcript.split())
        assert "Traceback" not in terminal.transcript
