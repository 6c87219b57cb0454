// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace imr {

// A PDF file of these objects, numbered from 1 in their order; the first is the catalogue.
std::string pdf_of_objects(const std::vector<std::string>& objects);

// The object text of a stream; `entries` are further entries of its dictionary.
std::string pdf_stream(std::string_view content, std::string_view entries = {});

// A PDF with a page for each of `contents`, page descriptions in which /F is Helvetica.
std::string pdf_of_pages(const std::vector<std::string>& contents);

}  // namespace imr
