// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>

#include "tests/e2e/workplace.h"

using namespace imr;
using Json = nlohmann::json;

namespace {

namespace fs = std::filesystem;

constexpr const char* kSegment = "ix/segment-1/";

class BuiltIndex : public Workplace {
 public:
  BuiltIndex() {
    write("a.txt", letter_text({.case_number = "CM00-0000001"}));
    write("b.txt", letter_text({.case_number = "CM00-0000002", .treatment = "Naproxen 550mg #60"}));
    REQUIRE(index({"build", "--index", "ix", "a.txt", "b.txt"}).status == 0);
  }
  Json manifest() const { return Json::parse(read("ix/manifest.json")); }
};

// All commands that open an index, on a damaged one.
void check_refused(const Workplace& place, const std::string& message, int status = 3) {
  const std::vector<Words> commands = {{"search", "mri"},
                                       {"search", "facets"},
                                       {"search", "show", "CM00-0000001"},
                                       {"search", "batch"},
                                       {"index", "stats"},
                                       {"index", "check"},
                                       {"index", "remove", "CM00-0000001"},
                                       {"index", "add", "a.txt"}};
  for (Words words : commands) {
    const std::string program = words[0];
    words.erase(words.begin());
    words.insert(words.end(), {"--index", "ix"});
    CAPTURE(words[0]);
    const RunResult run = program == "search" ? place.search(words) : place.index(words);
    CAPTURE(run.err);
    CHECK(run.status == status);
    CHECK(run.out.empty());
    CHECK(run.err.starts_with("imr-" + program + ": "));
    CHECK(contains(run.err, message));
  }
}

void check_that_build_mends(const Workplace& place) {
  const RunResult run = place.index({"build", "--index", "ix", "a.txt", "b.txt"});
  CAPTURE(run.err);
  CHECK(run.status == 0);
  CHECK(place.search({"mri", "--index", "ix", "--format", "ids"}).out == "CM00-0000001#1\n");
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
}

std::string flipped(std::string bytes, std::size_t begin, std::size_t count) {
  for (std::size_t i = begin; i < begin + count && i < bytes.size(); ++i)
    bytes[i] = static_cast<char>(bytes[i] ^ 0x5a);
  return bytes;
}

}  // namespace

TEST_CASE("where no index is, the message says how to make one") {
  const Workplace place;
  place.write("a.txt", letter_text({}));
  check_refused(place, "ix: no index here; create one with imr-index build\n");
  CHECK_FALSE(fs::exists(place / "ix"));
  place.write("ix/other.txt", "not ours");
  check_refused(place, "ix: no index here; create one with imr-index build\n");
}

TEST_CASE("an index path that is a file is refused and the file is kept") {
  const Workplace place;
  place.write("a.txt", letter_text({}));
  place.write("ix", "precious");
  check_refused(place, "ix: no index here");
  const RunResult run = place.index({"build", "--index", "ix", "a.txt"});
  CHECK(run.status == 74);
  CHECK(contains(run.err, "imr-index: ix: cannot create: "));
  CHECK(place.index({"build", "--index", "ix/deeper", "a.txt"}).status == 74);
  CHECK(place.read("ix") == "precious");
}

TEST_CASE("while another process writes, writers say so and readers read") {
  const BuiltIndex place;
  const int lock = open((place / "ix/lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(lock >= 0);
  REQUIRE(flock(lock, LOCK_EX) == 0);
  for (const Words& words :
       {Words{"build", "a.txt"}, Words{"add", "a.txt"}, Words{"remove", "CM00-0000001"}}) {
    Words arguments = words;
    arguments.insert(arguments.end(), {"--index", "ix"});
    const RunResult run = place.index(arguments);
    CHECK(run.status == 75);
    CHECK(run.err == "imr-index: ix: being written by another process; try again later\n");
  }
  CHECK(place.search({"mri", "--index", "ix"}).status == 0);
  CHECK(place.index({"check", "--index", "ix"}).status == 0);
  close(lock);
  CHECK(place.index({"remove", "--index", "ix", "CM00-0000001"}).status == 0);
}

TEST_CASE("an index of another schema or analyzer is refused, and built anew when asked") {
  const struct {
    const char* key;
    Json value;
    const char* message;
  } cases[] = {
      {"schema", 999, "ix: index has schema 999, this program needs "},
      {"schema", 0, "ix: index has schema 0, this program needs "},
      {"analyzer", "prose-0", "ix: index was written with another analyzer (prose-0, this program has "}};
  for (const auto& c : cases) {
    CAPTURE(c.message);
    const BuiltIndex place;
    Json manifest = place.manifest();
    manifest[c.key] = c.value;
    place.write("ix/manifest.json", manifest.dump());
    check_refused(place, c.message);
    check_refused(place, "build it anew with imr-index build");
    check_that_build_mends(place);
  }
}

TEST_CASE("a damaged manifest is refused by name") {
  const BuiltIndex whole;
  Json elsewhere = whole.manifest();
  elsewhere["segments"][0]["name"] = "../segment-1";
  Json untyped = whole.manifest();
  untyped["segments"] = 5;
  const std::string text = whole.read("ix/manifest.json");
  for (const std::string& bytes :
       {std::string(), std::string("{}"), std::string("[]"), text.substr(0, text.size() / 2),
        flipped(text, 0, 8), elsewhere.dump(), untyped.dump()}) {
    CAPTURE(bytes);
    const BuiltIndex place;
    place.write("ix/manifest.json", bytes);
    check_refused(place, "ix/manifest.json: damaged; build the index anew");
    check_that_build_mends(place);
  }
}

TEST_CASE("a part that is cut off, overwritten or missing is named") {
  for (const std::string part : {"columns", "letters", "words", "db-1/postlist.glass", "db-1/iamglass"}) {
    CAPTURE(part);
    const std::string name = kSegment + part;
    {
      const BuiltIndex place;
      fs::remove(place / name);
      check_refused(place, kSegment);
      check_that_build_mends(place);
    }
    const BuiltIndex place;
    const std::string bytes = place.read(name);
    std::vector<std::string> variants = {"", bytes.substr(0, 40)};
    // Of the others, check tells what the first bytes should be.
    if (part == "columns" || part == "db-1/iamglass") variants.push_back(flipped(bytes, 0, 64));
    for (const std::string& damaged : variants) {
      place.write(name, damaged);
      CAPTURE(damaged.size());
      check_refused(place, kSegment);
    }
  }
}

TEST_CASE("check finds what searching may not notice") {
  const auto remove = [](const Workplace& place, const std::string& name) { fs::remove(place / name); };
  const auto flip = [](const Workplace& place, const std::string& name) {
    const std::string bytes = place.read(name);
    place.write(name, flipped(bytes, bytes.size() - 100, 64));
  };
  const auto flip_first = [](const Workplace& place, const std::string& name) {
    place.write(name, flipped(place.read(name), 20, 64));
  };
  const struct {
    const char* part;
    std::function<void(const Workplace&, const std::string&)> damage;
  } cases[] = {{"db-1/postlist.glass", flip},
               {"db-1/termlist.glass", flip},
               {"db-1/termlist.glass", remove},
               {"words", flip_first}};
  for (const auto& c : cases) {
    CAPTURE(c.part);
    const BuiltIndex place;
    c.damage(place, std::string(kSegment) + c.part);
    const RunResult run = place.index({"check", "--index", "ix"});
    CAPTURE(run.err);
    CAPTURE(run.out);
    CHECK(run.status == 3);
    CHECK(contains(run.err, "imr-index: ix/segment-1: "));
    CHECK(contains(run.out, "; build the index anew with imr-index build\n"));
    check_that_build_mends(place);
  }
}

TEST_CASE("check finds columns, letters and manifest that do not belong together") {
  const BuiltIndex place;
  Json manifest = place.manifest();
  manifest["segments"][0]["letters"] = 7;
  place.write("ix/manifest.json", manifest.dump());
  const RunResult counted = place.index({"check", "--index", "ix"});
  CHECK(counted.status == 3);
  CHECK(contains(counted.err, "ix/segment-1: holds 2 letters, the manifest says 7\n"));

  // The columns of another database.
  const BuiltIndex other;
  place.write("ix/segment-1/columns", other.read("ix/segment-1/columns"));
  check_refused(place, "ix/segment-1/columns: belongs to another database; build the index anew");
}

TEST_CASE("a record whose bytes changed is told by check and by show, other letters are read") {
  const BuiltIndex place;
  const std::string bytes = place.read("ix/segment-1/letters");
  place.write("ix/segment-1/letters", flipped(bytes, 8, 32));
  const RunResult check = place.index({"check", "--index", "ix"});
  CHECK(check.status == 3);
  CHECK(contains(check.err, "ix/segment-1: letter CM00-0000001: "));
  const RunResult shown = place.search({"show", "--index", "ix", "CM00-0000001"});
  CHECK(shown.status == 3);
  CHECK(shown.out.empty());
  CHECK(place.search({"show", "--index", "ix", "CM00-0000002"}).status == 0);
}

TEST_CASE("an index that may not be written is told" * doctest::skip(geteuid() == 0)) {
  const BuiltIndex place;
  fs::permissions(place / "ix", fs::perms::owner_read | fs::perms::owner_exec);
  fs::permissions(place / "ix/lock", fs::perms::owner_read);
  for (const char* command : {"build", "add"}) {
    const RunResult run = place.index({command, "--index", "ix", "a.txt"});
    CHECK(run.status == 74);
    CHECK(run.err.starts_with("imr-index: ix"));
  }
  CHECK(place.search({"mri", "--index", "ix", "--format", "ids"}).out == "CM00-0000001#1\n");
  fs::permissions(place / "ix", fs::perms::owner_all);
}
