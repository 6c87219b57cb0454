// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <cstring>
#include <string>

#include <xapian.h>

#include "schema/index_error.h"

namespace imr {

// Xapian calls a table that is missing, cut off or contradicts itself a plain database error. The system
// refused only where it said why.
inline bool is_damage(const Xapian::DatabaseError& error) {
  const char* reason = error.get_error_string();
  return !reason || std::strcmp(reason, std::strerror(ENOENT)) == 0;
}

// Runs `work` and translates what Xapian throws, which is no std::exception, into IndexError.
template <class Work>
auto translating_xapian(const std::string& path, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const Xapian::DatabaseLockError&) {
    throw IndexError(IndexFault::locked, path, "being written by another process; try again later");
  } catch (const Xapian::DatabaseNotFoundError& error) {
    throw IndexError(IndexFault::not_found, path, "no database here: " + error.get_msg());
  } catch (const Xapian::DatabaseVersionError& error) {
    throw IndexError(IndexFault::mismatch, path, "written by another Xapian: " + error.get_msg());
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw IndexError(IndexFault::corrupt, path, "damaged (" + error.get_msg() + "); build the index anew");
  } catch (const Xapian::DatabaseError& error) {
    if (!is_damage(error)) throw IndexError(IndexFault::io, path, error.get_description());
    throw IndexError(IndexFault::corrupt, path, "damaged (" + error.get_msg() + "); build the index anew");
  } catch (const Xapian::Error& error) {
    throw IndexError(IndexFault::io, path, error.get_description());
  }
}

}  // namespace imr
