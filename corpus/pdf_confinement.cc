// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pdf_confinement.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace imr {
namespace {

constexpr rlim_t kMemory = rlim_t{768} << 20;
constexpr rlim_t kSecondsALetter = 20;
// No new file gets a number below this one, as 0 is in use; poll() refuses more entries than the limit.
constexpr rlim_t kFiles = 1;

// The sanitizers reserve terabytes of addresses.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kLimitMemory = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kLimitMemory = false;
#else
constexpr bool kLimitMemory = true;
#endif
#else
constexpr bool kLimitMemory = true;
#endif

bool limit(__rlimit_resource resource, rlim_t most) {
  const rlimit value{.rlim_cur = most, .rlim_max = most};
  return setrlimit(resource, &value) == 0;
}

}  // namespace

bool renew_cpu_time() {
  rusage used{};
  rlimit value{};
  if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &value) != 0) return false;
  const auto seconds = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + kSecondsALetter;
  value.rlim_cur = value.rlim_max < seconds ? value.rlim_max : seconds;
  return setrlimit(RLIMIT_CPU, &value) == 0;
}

bool confine_process() {
  return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, kFiles) &&
         (!kLimitMemory || limit(RLIMIT_AS, kMemory)) && renew_cpu_time() &&
         prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

}  // namespace imr
