// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

constexpr OptionSpec kTable[] = {{"index", "DIR", "", "the index"},
                                 {"where", "FIELD=VALUE", "", "a condition", true},
                                 {"limit", "N", "10", "hits at most"},
                                 {"plain", "", "", "plain text"}};

using Strings = std::vector<std::string>;

// The current folder and the environment as a test wants them, put back afterwards.
class Surroundings {
 public:
  Surroundings() : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder_.path());
    setenv("XDG_CONFIG_HOME", folder_.path().c_str(), 1);
    unsetenv("IMR_INDEX");
  }
  ~Surroundings() {
    std::filesystem::current_path(before_);
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("IMR_INDEX");
  }
  void configure(const std::string& text) const { std::ofstream(folder_ / "imrsearch.conf") << text; }

 private:
  TemporaryFolder folder_;
  std::filesystem::path before_;
};

}  // namespace

TEST_CASE("options stand before, between and after words") {
  const Surroundings surroundings;
  const ParsedOptions parsed =
      parse_options({"--plain", "red", "--limit", "5", "flag", "--where=a=b"}, kTable);
  CHECK(parsed.words == Strings{"red", "flag"});
  CHECK(parsed.has("plain"));
  CHECK(parsed.number("limit", 100) == 5);
  CHECK(parsed.values("where") == Strings{"a=b"});
}

TEST_CASE("a single dash begins no option, so that words can be excluded") {
  const Surroundings surroundings;
  CHECK(parse_options({"mri", "-knee", "-"}, kTable).words == Strings{"mri", "-knee", "-"});
}

TEST_CASE("after -- everything is a word") {
  const Surroundings surroundings;
  CHECK(parse_options({"--", "--plain", "mri"}, kTable).words == Strings{"--plain", "mri"});
}

TEST_CASE("what cannot be understood is refused") {
  const Surroundings surroundings;
  const Strings wrong[] = {{"--unknown"}, {"--lim", "3"}, {"--limit"}, {"--limit", "1", "--limit", "2"}};
  for (const Strings& arguments : wrong) {
    CAPTURE(arguments[0]);
    CHECK_THROWS_AS(parse_options(arguments, kTable), UsageError);
  }
  const ParsedOptions parsed = parse_options({"--limit", "ten"}, kTable);
  CHECK_THROWS_AS(parsed.number("limit", 100), UsageError);
  CHECK_THROWS_AS(parse_options({"--limit", "101"}, kTable).number("limit", 100), UsageError);
  CHECK_THROWS_AS(parse_options({"--limit", "-1"}, kTable).number("limit", 100), UsageError);
}

TEST_CASE("flags win over the environment, that over the configuration, that over defaults") {
  const Surroundings surroundings;
  CHECK(parse_options({}, kTable).value("index").empty());
  CHECK(parse_options({}, kTable).value("limit") == "10");
  surroundings.configure("# mine\nindex = /from/file\nlimit = 20\nwhere = a=b\nwhere = c=d\nother = x\n");
  CHECK(parse_options({}, kTable).value("index") == "/from/file");
  CHECK(parse_options({}, kTable).value("limit") == "20");
  CHECK(parse_options({}, kTable).values("where") == Strings{"a=b", "c=d"});
  CHECK(parse_options({"--limit", "3"}, kTable).value("limit") == "3");
  setenv("IMR_INDEX", "/from/environment", 1);
  CHECK(parse_options({}, kTable).value("index") == "/from/environment");
  CHECK(parse_options({"--index", "/from/flag"}, kTable).value("index") == "/from/flag");
}

TEST_CASE("a damaged configuration is named") {
  const Surroundings surroundings;
  surroundings.configure("this is no assignment\n");
  CHECK_THROWS_WITH_AS(parse_options({}, kTable), doctest::Contains("imrsearch.conf"), UsageError);
}

TEST_CASE("help fits 80 columns and names every option") {
  const std::string help = options_help(kTable);
  for (const OptionSpec& option : kTable)
    CHECK(help.find("--" + std::string(option.name)) != std::string::npos);
  for (std::size_t at = 0, end = 0; (end = help.find('\n', at)) != std::string::npos; at = end + 1) {
    CHECK(end - at <= 80);
  }
}
