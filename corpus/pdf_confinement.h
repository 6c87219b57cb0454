// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace imr {

// Takes from this process what reading a PDF does not need: files, the network, other programs, memory beyond
// 768 MB, memory to run code from, core dumps, new privileges. System calls that are not needed fail from
// then on (seccomp). Returns false if the system refuses any of this, or if a file or socket can be opened
// all the same. There is no way back.
bool confine_process();

// Gives this process 20 more seconds of processor time, after which the system ends it. Called before each
// letter, in case nobody is left to watch the clock.
bool renew_cpu_time();

}  // namespace imr
