// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/minimal_pdf.h"

#include <cstddef>

namespace imr {
namespace {

// A row of the cross-reference table is twenty bytes, the offset ten digits.
std::string reference_row(std::size_t offset) {
  const auto digits = std::to_string(offset);
  return std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
}

}  // namespace

std::string pdf_of_objects(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.4\n";
  std::string rows = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    rows += reference_row(pdf.size());
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const auto table_at = std::to_string(pdf.size());
  const auto size = std::to_string(objects.size() + 1);
  pdf += "xref\n0 " + size + "\n" + rows;
  pdf += "trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + table_at + "\n%%EOF\n";
  return pdf;
}

std::string pdf_stream(std::string_view content, std::string_view entries) {
  std::string object = "<< /Length " + std::to_string(content.size()) + " ";
  object.append(entries).append(" >>\nstream\n").append(content).append("\nendstream");
  return object;
}

std::string pdf_of_pages(const std::vector<std::string>& contents) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string kids;
  for (const auto& content : contents) {
    const auto page_no = objects.size() + 1;
    kids += std::to_string(page_no) + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents " +
                      std::to_string(page_no + 1) + " 0 R /Resources << /Font << /F 3 0 R >> >> >>");
    objects.push_back(pdf_stream(content));
  }
  objects[1] = "<< /Type /Pages /Count " + std::to_string(contents.size()) + " /Kids [ " + kids + "] >>";
  return pdf_of_objects(objects);
}

}  // namespace imr
