// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/array_file.h"

#include <cstring>

namespace imr {

using Json = nlohmann::json;

ArrayFileWriter::ArrayFileWriter(const std::filesystem::path& path, std::string_view magic)
    : path_(path), magic_(magic), file_(path, std::ios::binary | std::ios::trunc) {
  if (!file_) throw IndexError(IndexFault::io, path.string(), "cannot write");
  write(magic_.data(), magic_.size());
}

void ArrayFileWriter::write(const void* data, std::size_t bytes) {
  file_.write(static_cast<const char*>(data), static_cast<std::streamsize>(bytes));
  if (!file_) throw IndexError(IndexFault::io, path_.string(), "cannot write; is the disk full?");
  written_ += bytes;
}

void ArrayFileWriter::close_array() {
  if (array_.empty()) return;
  arrays_[array_] = {{"offset", array_begin_}, {"count", (written_ - array_begin_) / bytes_each_}};
  const char padding[8] = {};
  write(padding, (8 - written_ % 8) % 8);
}

void ArrayFileWriter::begin(const std::string& name, std::size_t bytes_each) {
  close_array();
  array_ = name;
  array_begin_ = written_;
  bytes_each_ = bytes_each;
}

void ArrayFileWriter::append(const void* data, std::size_t bytes) { write(data, bytes); }

void ArrayFileWriter::finish(Json header) {
  close_array();
  header["arrays"] = arrays_;
  const std::string text = header.dump();
  const std::uint64_t length = text.size();
  write(text.data(), text.size());
  write(&length, sizeof length);
  write(magic_.data(), magic_.size());
  file_.close();
  if (!file_) throw IndexError(IndexFault::io, path_.string(), "cannot write; is the disk full?");
  sync_file(path_);
}

ArrayFile::ArrayFile(const std::filesystem::path& path, std::string_view magic)
    : path_(path.string()), file_(path) {
  const std::string_view bytes = file_.bytes();
  std::uint64_t length = 0;
  const std::size_t fixed = 2 * magic.size() + sizeof length;
  if (bytes.size() < fixed || !bytes.starts_with(magic) || !bytes.ends_with(magic)) throw damaged("cut off");
  std::memcpy(&length, bytes.data() + bytes.size() - magic.size() - sizeof length, sizeof length);
  if (length > bytes.size() - fixed) throw damaged("its table");
  header_ =
      Json::parse(bytes.substr(bytes.size() - magic.size() - sizeof length - length, length), nullptr, false);
  if (!header_.is_object() || !header_.contains("arrays")) throw damaged("its table");
}

IndexError ArrayFile::damaged(const std::string& what) const {
  return {IndexFault::corrupt, path_, "damaged (" + what + "); build the index anew"};
}

std::string_view ArrayFile::bytes_of(const std::string& name, std::size_t bytes_each) const {
  const Json& arrays = header_["arrays"];
  const auto found = arrays.find(name);
  if (found == arrays.end() || !found->is_object()) throw damaged("no array " + name);
  const std::uint64_t offset = found->value("offset", std::uint64_t{0});
  const std::uint64_t count = found->value("count", std::uint64_t{0});
  const std::string_view bytes = file_.bytes();
  if (offset % 8 != 0 || offset > bytes.size() || count > (bytes.size() - offset) / bytes_each) {
    throw damaged("array " + name);
  }
  return bytes.substr(offset, count * bytes_each);
}

}  // namespace imr
