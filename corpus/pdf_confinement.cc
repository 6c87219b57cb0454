// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pdf_confinement.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace imr {
namespace {

constexpr rlim_t kMemory = rlim_t{768} << 20;
constexpr rlim_t kSecondsALetter = 20;
// No new file gets a number below this one, as 0 is in use; poll() refuses more entries than the limit.
constexpr rlim_t kFiles = 1;

// What reading from memory and answering over an open socket takes. What else is asked for is refused with
// an error rather than answered with death: Poppler asks for fonts that it can do without.
constexpr std::array kCalls = {
    SCMP_SYS(read),         SCMP_SYS(write),        SCMP_SYS(recvfrom),       SCMP_SYS(sendto),
    SCMP_SYS(recvmsg),      SCMP_SYS(sendmsg),      SCMP_SYS(poll),           SCMP_SYS(ppoll),
    SCMP_SYS(close),        SCMP_SYS(brk),          SCMP_SYS(munmap),         SCMP_SYS(mremap),
    SCMP_SYS(madvise),      SCMP_SYS(futex),        SCMP_SYS(sched_yield),    SCMP_SYS(restart_syscall),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(time),         SCMP_SYS(getrandom),      SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),    SCMP_SYS(setrlimit),    SCMP_SYS(prlimit64),      SCMP_SYS(getpid),
    SCMP_SYS(gettid),       SCMP_SYS(tgkill),       SCMP_SYS(exit),           SCMP_SYS(exit_group)};

// The sanitizers reserve terabytes of addresses, and look into /proc when they report.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
#else
constexpr bool kSanitized = false;
#endif

bool limit(__rlimit_resource resource, rlim_t most) {
  const rlimit value{.rlim_cur = most, .rlim_max = most};
  return setrlimit(resource, &value) == 0;
}

bool allow_calls(scmp_filter_ctx filter) {
  for (const int call : kCalls) {
    // A call that this processor's system does not have is none to allow.
    if (const int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0); error != 0 && error != -EDOM)
      return false;
  }
  // Memory, but none to run code from.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0)
      return false;
  }
  return true;
}

bool filter_calls() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (!filter) return false;
  const bool loaded = allow_calls(filter) && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return loaded;
}

// Neither files nor the network may answer.
bool is_confined() {
  return open("/", O_RDONLY | O_CLOEXEC) < 0 && socket(AF_INET, SOCK_STREAM, 0) < 0 &&
         socket(AF_UNIX, SOCK_STREAM, 0) < 0;
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
         (kSanitized || limit(RLIMIT_AS, kMemory)) && renew_cpu_time() &&
         prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && (kSanitized || filter_calls()) && is_confined();
}

}  // namespace imr
