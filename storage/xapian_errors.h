// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <xapian.h>

#include "schema/index_error.h"

namespace imr {

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
  } catch (const Xapian::Error& error) {
    throw IndexError(IndexFault::io, path, error.get_description());
  }
}

}  // namespace imr
