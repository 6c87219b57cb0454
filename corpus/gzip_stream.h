// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "corpus/byte_source.h"

namespace imr {

// True for the beginning of a .gz.
bool begins_gzip(std::string_view first_bytes);

// What gzip compressed, unpacked as it is read; several parts one after the other are one content (RFC 1952).
// Unlike libarchive it checks the sums at the end: a flipped bit must not pass for text. `packed` is lent.
// Reading throws CorpusError("bad_archive") where the data are damaged or cut.
std::unique_ptr<ByteStream> unpack_gzip(ByteStream& packed);

}  // namespace imr
