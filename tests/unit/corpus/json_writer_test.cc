// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/json_writer.h"

#include <random>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using imr::JsonWriter;

TEST_CASE("values, lists and objects are parted by commas") {
  JsonWriter json;
  json.begin_object();
  json.key("a");
  json.value(1);
  json.key("b");
  json.begin_array();
  json.end_array();
  json.key("c");
  json.begin_array();
  json.value("x");
  json.null();
  json.begin_object();
  json.key("d");
  json.value(false);
  json.end_object();
  json.value(true);
  json.end_array();
  json.end_object();
  CHECK(json.take() == R"({"a":1,"b":[],"c":["x",null,{"d":false},true]})");
  json.value(-5L);
  CHECK(json.take() == "-5");
}

TEST_CASE("texts are written as the JSON library writes them") {
  const char* cases[] = {"",
                         "plain",
                         "a \"quote\" and \\",
                         "\b\f\n\r\t",
                         "\x01\x1f\x7f",
                         "45\u00b0 \u2013 \U0001f600",
                         "\u00ad\u2028"};
  for (const std::string text : cases) {
    CAPTURE(text);
    JsonWriter json;
    json.value(text);
    CHECK(json.take() == nlohmann::json(text).dump());
  }
}

TEST_CASE("bytes that are no UTF-8 are replaced, and whatever comes is JSON") {
  const std::pair<std::string, std::string> cases[] = {{"a\xff"
                                                        "b",
                                                        "a\ufffdb"},
                                                       {"\xc3", "\ufffd"},
                                                       {"\xc0\xaf", "\ufffd\ufffd"},
                                                       {"\xe2\x82", "\ufffd\ufffd"},
                                                       {"\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
                                                       {"\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd"},
                                                       {"\x80x", "\ufffdx"}};
  for (const auto& [bytes, text] : cases) {
    JsonWriter json;
    json.value(bytes);
    CHECK(nlohmann::json::parse(json.take()) == text);
  }
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random() % 12, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 4 == 0 ? random() : 0xe0 + random() % 0x20);
    CAPTURE(bytes);
    JsonWriter json;
    json.value(bytes);
    CHECK(nlohmann::json::accept(json.take()));
  }
}
