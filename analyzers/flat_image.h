// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

// Tables without pointers, made when the program is built and used where they lie. Private to analyzers/.
namespace imr {

using FlatImage = std::vector<std::uint64_t>;
using FlatView = std::span<const std::uint64_t>;

// Lists of numbers and plain structs one after the other, each behind its size. Structs have no padding, so
// that equal tables are equal bytes.
class FlatWriter {
 public:
  template <typename Value>
  void add(const std::vector<Value>& values) {
    static_assert(std::has_unique_object_representations_v<Value> &&
                  alignof(Value) <= alignof(std::uint64_t));
    image_.push_back(values.size());
    const std::size_t bytes = values.size() * sizeof(Value);
    const std::size_t at = image_.size();
    image_.resize(at + words_for(bytes));
    if (bytes > 0) std::memcpy(image_.data() + at, values.data(), bytes);
  }
  FlatImage take() { return std::move(image_); }

  static constexpr std::size_t words_for(std::size_t bytes) {
    return (bytes + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t);
  }

 private:
  FlatImage image_;
};

// Reads the lists back, in the order in which they were added. The image must outlive them.
class FlatReader {
 public:
  explicit FlatReader(FlatView image) : rest_(image) {}

  template <typename Value>
  std::span<const Value> next() {
    const std::size_t size = rest_.front();
    const auto* values = reinterpret_cast<const Value*>(rest_.data() + 1);
    rest_ = rest_.subspan(1 + FlatWriter::words_for(size * sizeof(Value)));
    return {values, size};
  }

 private:
  FlatView rest_;
};

}  // namespace imr
