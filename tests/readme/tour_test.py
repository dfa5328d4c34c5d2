"""The tour's runner on made-up documents: what it must accept, and what it must refuse."""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from blocks import BEGIN, END, TourError, commands_of, matches  # noqa: E402
import tour  # noqa: E402


def document(*block):
    outside = ["```console", "$ exit 9", "```"]
    data = ["```json", "$ not a command", "```"]
    return "\n".join(["# T", *outside, BEGIN, "Words.", "```console", *block, "```", *data, END, *outside])


def failure(*block):
    return tour.run_tour(document(*block), None)[1]


class Tour(unittest.TestCase):
    def test_only_console_blocks_between_the_markers_are_run(self):
        self.assertEqual([command.text for command in commands_of(document("$ echo a"))], ["echo a"])

    def test_each_output_line_is_printed_in_its_order(self):
        self.assertIsNone(failure("$ printf 'a\\nb\\nc\\n'", "a", "c"))

    def test_a_line_that_is_not_printed_is_named_with_its_line_number(self):
        self.assertRegex(failure("$ echo a", "b"), r"^9: expected `b`; `echo a` printed:\n    a")

    def test_lines_in_another_order_are_refused(self):
        self.assertIsNotNone(failure("$ printf 'a\\nb\\n'", "b", "a"))

    def test_an_ellipsis_stands_for_anything_in_its_line(self):
        self.assertTrue(matches('{"id":"…","revision":3}', '{"id":"7-f","revision":3}'))
        self.assertFalse(matches('{"id":"…","revision":3}', '{"id":"7-f","revision":4}'))
        self.assertFalse(matches("a.c", "abc"))

    def test_a_line_of_an_ellipsis_alone_stands_for_any_lines(self):
        self.assertIsNone(failure("$ printf 'a\\nb\\nc\\n'", "a", "…", "c"))

    def test_variables_and_continuation_lines_serve_the_next_command(self):
        self.assertIsNone(failure("$ N=Camille; echo \\", "    $N", "Camille", "$ echo $N", "Camille"))

    def test_a_command_that_fails_is_a_failure(self):
        told = failure("$ echo why; false")
        self.assertRegex(told, r"^8: `echo why; false` ended with exit code 1; printed:\n    why")

    def test_a_command_that_ends_the_shell_is_a_failure(self):
        self.assertRegex(failure("$ exit 0", "$ echo a"), r"^8: `exit 0` ended with exit code none")

    def test_a_command_reads_no_input_of_the_tour(self):
        self.assertIsNone(failure("$ cat", "$ echo a", "a"))

    def test_what_goes_to_standard_error_is_seen_too(self):
        self.assertIsNone(failure("$ echo a >&2", "a"))

    def test_the_port_is_the_one_that_stands_in_the_tour(self):
        self.assertEqual(tour.port_of(document("$ curl http://127.0.0.1:8099/livez")), 8099)
        self.assertEqual(tour.port_of(document("$ echo")), 8080)

    def test_a_document_without_markers_or_commands_is_refused(self):
        for text in ("# Title", f"{BEGIN}\n", f"{END}\n{BEGIN}", f"{BEGIN}\nnothing\n{END}"):
            with self.assertRaises(TourError):
                commands_of(text)


if __name__ == "__main__":
    unittest.main()
