// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace imr {

// A regular expression in RE2's syntax, over UTF-8; leftmost match, time linear in the text.
//
// Stands before RE2, whose own type for text is a class of its own in some releases, std::string_view in
// others. Immutable: one object serves many threads. A pattern that RE2 refuses is a bug and ends the
// program.
class Regex {
 public:
  explicit Regex(std::string_view pattern);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  enum class Anchor { none, start, both };

  // The match that begins at `from` or later. groups[0] is the whole match, the others the groups, as views
  // into `text`; a group that took no part is a view of null. Assertions such as \b see what is before
  // `from`.
  bool match(std::string_view text, std::size_t from, Anchor anchor,
             std::span<std::string_view> groups) const;
  bool search(std::string_view text, std::size_t from, std::span<std::string_view> groups) const {
    return match(text, from, Anchor::none, groups);
  }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

namespace regex_detail {

inline bool store(std::string_view group, std::string_view* to) {
  *to = group;
  return true;
}
inline bool store(std::string_view group, std::string* to) {
  *to = group;
  return true;
}
template <std::integral Number>
bool store(std::string_view group, Number* to) {
  const auto [end, error] = std::from_chars(group.data(), group.data() + group.size(), *to);
  return !group.empty() && error == std::errc() && end == group.data() + group.size();
}

template <typename... Out>
bool match_into(std::string_view text, const Regex& regex, Regex::Anchor anchor, std::string_view& whole,
                Out*... out) {
  std::array<std::string_view, sizeof...(Out) + 1> groups;
  if (!regex.match(text, 0, anchor, groups)) return false;
  whole = groups[0];
  [[maybe_unused]] std::size_t next = 1;
  return (store(groups[next++], out) && ...);
}

}  // namespace regex_detail

// Groups go to `out`, in order: std::string*, std::string_view* (into `text`), or a pointer to an integer,
// which must then be a number that fits; else the result is false.
template <typename... Out>
bool full_match(std::string_view text, const Regex& regex, Out*... out) {
  // Finding out where groups lie costs more than whether there is a match.
  if constexpr (sizeof...(Out) == 0) return regex.match(text, 0, Regex::Anchor::both, {});
  std::string_view whole;
  return regex_detail::match_into(text, regex, Regex::Anchor::both, whole, out...);
}

// The same for a match anywhere.
template <typename... Out>
bool partial_match(std::string_view text, const Regex& regex, Out*... out) {
  if constexpr (sizeof...(Out) == 0) return regex.match(text, 0, Regex::Anchor::none, {});
  std::string_view whole;
  return regex_detail::match_into(text, regex, Regex::Anchor::none, whole, out...);
}

// The same for a match at the beginning, which is then taken off `text`.
template <typename... Out>
bool consume(std::string_view& text, const Regex& regex, Out*... out) {
  std::string_view whole;
  if (!regex_detail::match_into(text, regex, Regex::Anchor::start, whole, out...)) return false;
  text.remove_prefix(whole.size());
  return true;
}

// The same for a match anywhere; what is before it is taken off too.
template <typename... Out>
bool find_and_consume(std::string_view& text, const Regex& regex, Out*... out) {
  std::string_view whole;
  if (!regex_detail::match_into(text, regex, Regex::Anchor::none, whole, out...)) return false;
  text.remove_prefix(static_cast<std::size_t>(whole.data() + whole.size() - text.data()));
  return true;
}

// Replaces the first match, or all of them; `by` is plain text. True if there was one.
bool replace_first(std::string& text, const Regex& regex, std::string_view by);
bool replace_all(std::string& text, const Regex& regex, std::string_view by);

}  // namespace imr
