// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace imr {

// Writes JSON text from front to back, without building it in memory first: records are written by the
// million. Commas come by themselves; that brackets close and keys stand in objects is up to the caller. What
// is no UTF-8 becomes U+FFFD.
class JsonWriter {
 public:
  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }

  // The next value is of this key.
  void key(std::string_view name);

  void null() { word("null"); }
  void value(bool flag) { word(flag ? "true" : "false"); }
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) void value(Number number) { word(std::to_string(number)); }

  // The text so far; the writer is empty afterwards.
  std::string take();

 private:
  void begin(char bracket);
  void end(char bracket);
  void word(std::string_view text);
  void separate();
  void quote(std::string_view text);

  std::string text_;
  bool comma_ = false;  // one belongs before the next value
};

}  // namespace imr
