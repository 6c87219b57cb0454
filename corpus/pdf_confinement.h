// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace imr {

// Takes from this process what reading a PDF does not need: new files, memory beyond 768 MB, core dumps, new
// privileges. Returns false if the system refuses one of them. There is no way back.
bool confine_process();

// Gives this process 20 more seconds of processor time, after which the system ends it. Called before each
// letter, in case nobody is left to watch the clock.
bool renew_cpu_time();

}  // namespace imr
