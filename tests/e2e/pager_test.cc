// SPDX-License-Identifier: GPL-3.0-or-later
// Long text on a terminal goes through a pager; nothing else does.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/e2e/workplace.h"

using namespace imr;

namespace {

// A terminal, for what a program writes to it.
class Terminal {
 public:
  Terminal() : ours_(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    REQUIRE(ours_ >= 0);
    REQUIRE(grantpt(ours_) == 0);
    REQUIRE(unlockpt(ours_) == 0);
    theirs = open(ptsname(ours_), O_RDWR | O_NOCTTY | O_CLOEXEC);
    REQUIRE(theirs >= 0);
  }
  ~Terminal() {
    close(theirs);
    close(ours_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // What has arrived.
  std::string shown() const {
    std::string text(65536, '\0');
    fcntl(ours_, F_SETFL, O_NONBLOCK);
    const ssize_t size = read(ours_, text.data(), text.size());
    text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return text;
  }

  int theirs = -1;

 private:
  int ours_;
};

struct Shown {
  std::string on_terminal;
  std::string paged;
  int status = 0;
};

// Runs a command on a terminal with a pager that keeps what it is given in a file.
Shown show(Words words, std::map<std::string, std::string> environment) {
  const Workplace place;
  place.write("a.txt", letter_text({}));
  place.write("paged", "");
  REQUIRE(place.index({"build", "--index", "ix", "a.txt"}).status == 0);
  const Terminal terminal;
  environment.emplace("IMR_INDEX", "ix");
  const RunResult run = place.search(words, {.environment = environment, .output = terminal.theirs});
  return {terminal.shown(), place.read("paged"), run.status};
}

}  // namespace

TEST_CASE("text for people goes through the pager, with its colours") {
  const std::map<std::string, std::string> pager = {{"IMR_PAGER", "cat >paged"}, {"PAGER", "false"}};
  for (const Words& words : {Words{"mri"}, Words{"facets", "mri"}, Words{"show", "CM00-0000001"}}) {
    CAPTURE(words[0]);
    const Shown shown = show(words, pager);
    CHECK(shown.status == 0);
    CHECK(shown.on_terminal.empty());
    CHECK(shown.paged.size() > 20);
  }
  CHECK(contains(show({"mri"}, pager).paged, "\x1b["));
  CHECK(contains(show({"mri"}, {{"PAGER", "cat >paged"}}).paged, "MRI of the cervical spine"));
  CHECK(contains(show({"mri"}, {{"PAGER", "echo $LESS >paged"}}).paged, "FRX"));
  CHECK(contains(show({"mri"}, {{"PAGER", "echo $LESS >paged"}, {"LESS", "S"}}).paged, "S"));
}

TEST_CASE("no pager for programs, errors, or those who want none") {
  const std::map<std::string, std::string> pager = {{"IMR_PAGER", "cat >paged"}};
  for (const Words& words : {Words{"mri", "--no-pager"}, Words{"mri", "--format", "ids"},
                             Words{"show", "CM00-0000001", "--cite"}}) {
    CAPTURE(words.back());
    const Shown shown = show(words, pager);
    CHECK(shown.status == 0);
    CHECK(shown.paged.empty());
    CHECK(contains(shown.on_terminal, "CM00-0000001"));
  }
  CHECK(show({"mri", "("}, pager).status == 2);
  for (const char* none : {"", "cat"})
    CHECK(contains(show({"mri"}, {{"IMR_PAGER", none}}).on_terminal, "MRI"));
}

TEST_CASE("a pager that is quit early, or is not there, is no error") {
  CHECK(show({"mri"}, {{"IMR_PAGER", "exit 3"}}).status == 0);
  CHECK(show({"mri"}, {{"IMR_PAGER", "no-such-pager-here"}}).status == 0);
  CHECK(show({"zzzz", "--fail-empty"}, {{"IMR_PAGER", "cat >paged"}}).status == 1);
}
