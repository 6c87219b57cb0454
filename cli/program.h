// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/exit_status.h"

namespace imr {

// Runs a program's body and turns whatever it throws into a message on standard error,
// "program: place: what", and the exit status that belongs to it.
int run_program(std::string_view name, const std::function<ExitStatus()>& body);

// Writes "program: message" to standard error.
void complain(std::string_view program, const std::string& message);

// Call before anything is written: a reader that goes away ends the program quietly and with success, as
// `| head` expects.
void end_quietly_on_closed_pipe();

// Whether all that went to standard output so far has arrived; a full disk behind it is an error.
bool standard_output_is_good();

// Whether to colour standard output: "always", "never", or "auto": a terminal, and NO_COLOR not set.
bool wants_color(std::string_view choice);

// Whether to show progress on standard error: "always", "never", or "auto": a terminal.
bool wants_progress(std::string_view choice);

// Columns of the terminal on standard output, 0 if it is none.
int terminal_width();

}  // namespace imr
