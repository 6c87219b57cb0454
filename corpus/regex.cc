// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/regex.h"

#include <vector>

#include <re2/re2.h>

namespace imr {

namespace {

constexpr std::size_t kUsualGroups = 16;

RE2::Anchor re2_anchor(Regex::Anchor anchor) {
  switch (anchor) {
    case Regex::Anchor::start:
      return RE2::ANCHOR_START;
    case Regex::Anchor::both:
      return RE2::ANCHOR_BOTH;
    default:
      return RE2::UNANCHORED;
  }
}

}  // namespace

struct Regex::Impl {
  RE2 re2;
};

Regex::Regex(std::string_view pattern)
    : impl_(new Impl{RE2(re2::StringPiece(pattern.data(), pattern.size()))}) {}
Regex::~Regex() = default;

bool Regex::match(std::string_view text, std::size_t from, Anchor anchor,
                  std::span<std::string_view> groups) const {
  std::array<re2::StringPiece, kUsualGroups> usual;
  std::vector<re2::StringPiece> many(groups.size() > kUsualGroups ? groups.size() : 0);
  re2::StringPiece* const found = many.empty() ? usual.data() : many.data();
  const re2::StringPiece piece(text.data(), text.size());
  if (!impl_->re2.Match(piece, from, piece.size(), re2_anchor(anchor), found,
                        static_cast<int>(groups.size())))
    return false;
  for (std::size_t i = 0; i < groups.size(); ++i)
    groups[i] = std::string_view(found[i].data(), found[i].size());
  return true;
}

bool replace_first(std::string& text, const Regex& regex, std::string_view by) {
  std::array<std::string_view, 1> found;
  if (!regex.search(text, 0, found)) return false;
  text.replace(static_cast<std::size_t>(found[0].data() - text.data()), found[0].size(), by);
  return true;
}

bool replace_all(std::string& text, const Regex& regex, std::string_view by) {
  std::string result;
  std::size_t done = 0;
  std::array<std::string_view, 1> found;
  for (std::size_t from = 0; from <= text.size() && regex.search(text, from, found);) {
    const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
    result.append(text, done, begin - done).append(by);
    done = begin + found[0].size();
    from = found[0].empty() ? done + 1 : done;
  }
  if (done == 0 && result.empty()) return false;
  text = result.append(text, done);
  return true;
}

}  // namespace imr
