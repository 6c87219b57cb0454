// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "corpus/minimal_pdf.h"

namespace imr {
namespace {

// A page of a letter has a thousand letters and more; a scanned one at most a fax header.
constexpr std::ptrdiff_t kLettersOfTextPage = 50;

void stay_silent(const std::string&, void*) {}

// Poppler cuts the text to the crop box as it lies in the file, but lays the page out turned, with the corner
// of that box as its origin.
poppler::rectf visible_area(const poppler::page& page) {
  const auto box = page.page_rect(poppler::crop_box);
  const auto orientation = page.orientation();
  const bool turned = orientation == poppler::page::landscape || orientation == poppler::page::seascape;
  return turned ? poppler::rectf(0, 0, box.height(), box.width())
                : poppler::rectf(0, 0, box.width(), box.height());
}

std::string page_text(const poppler::page& page) {
  const auto bytes = page.text(visible_area(page), poppler::page::physical_layout).to_utf8();
  return {bytes.begin(), bytes.end()};
}

// Dictionaries of images are never compressed nor encrypted: they can be seen in the file as it is.
bool has_images(std::string_view pdf) {
  constexpr std::string_view kKey = "/Subtype", kValue = "/Image";
  for (auto at = pdf.find(kKey); at != pdf.npos; at = pdf.find(kKey, at + 1)) {
    const auto value = pdf.find_first_not_of(" \t\r\n", at + kKey.size());
    if (value != pdf.npos && pdf.substr(value).starts_with(kValue)) return true;
  }
  return false;
}

std::ptrdiff_t count_letters(std::string_view text) {
  return std::ranges::count_if(text, [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0xc0;
  });
}

PdfText text_of_pages(const poppler::document& document) {
  PdfText result{PdfStatus::text};
  for (int i = 0; i < document.pages(); ++i) {
    if (i > 0) result.text += '\f';
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (page) result.text += page_text(*page);
    if (result.text.size() > kMaxPdfText) return {PdfStatus::too_long};
  }
  return result;
}

std::unique_ptr<poppler::document> document_of(std::string_view pdf) {
  poppler::set_debug_error_function(stay_silent, nullptr);
  return std::unique_ptr<poppler::document>(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
}

// The picture would be larger than memory allows on a page of 14,400 points.
double dots_an_inch(const poppler::page& page) {
  constexpr double kUsual = 300, kMostDots = 20e6, kPointsAnInch = 72;
  const auto box = page.page_rect(poppler::crop_box);
  const double square_inches = std::max(1.0, box.width() * box.height()) / (kPointsAnInch * kPointsAnInch);
  return std::min(kUsual, std::sqrt(kMostDots / square_inches));
}

// The usual weights of red, green and blue (ITU-R BT.601), in 256ths.
char grey(const unsigned char* blue_green_red) {
  return static_cast<char>((29 * blue_green_red[0] + 150 * blue_green_red[1] + 77 * blue_green_red[2]) >> 8);
}

std::string pgm_of(const poppler::image& image) {
  std::string pgm = "P5\n" + std::to_string(image.width()) + " " + std::to_string(image.height()) + "\n255\n";
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = reinterpret_cast<const unsigned char*>(image.const_data()) +
                      static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    for (int x = 0; x < image.width(); ++x) pgm += grey(row + std::ptrdiff_t{4} * x);
  }
  return pgm;
}

}  // namespace

PdfText pdf_page_image(std::string_view pdf, int number) {
  const auto document = document_of(pdf);
  if (!document || document->is_locked() || number >= document->pages()) return {PdfStatus::no_such_page};
  const std::unique_ptr<poppler::page> page(document->create_page(number));
  if (!page) return {PdfStatus::no_such_page};
  const double dots = dots_an_inch(*page);
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  const auto image = renderer.render_page(page.get(), dots, dots);
  // Asked for as it is: four bytes a dot, blue first on the processors that Debian knows as little-endian.
  if (!image.is_valid() || image.format() != poppler::image::format_argb32) return {PdfStatus::no_such_page};
  return {PdfStatus::text, pgm_of(image)};
}

PdfText pdf_text(std::string_view pdf) {
  const auto document = document_of(pdf);
  if (!document) return {PdfStatus::not_a_pdf};
  if (document->is_locked()) return {PdfStatus::locked};
  if (document->pages() < 1) return {PdfStatus::not_a_pdf};
  auto result = text_of_pages(*document);
  const bool hardly_any = count_letters(result.text) < document->pages() * kLettersOfTextPage;
  if (result.status == PdfStatus::text && hardly_any && has_images(pdf)) return {PdfStatus::no_text_layer};
  return result;
}

std::string pdf_self_check() {
  // Never closed: glibc unloads a conversion after some time without use, and a confined worker could not
  // load it again.
  static const iconv_t to_unicode = iconv_open("UTF-16", "UTF-8");
  static const iconv_t from_unicode = iconv_open("UTF-8", "UTF-16");
  const auto failed = reinterpret_cast<iconv_t>(-1);
  static const auto page = pdf_of_pages({"BT /F 12 Tf 72 720 Td (upheld) Tj ET"});
  // Poppler makes its tables of encodings for the first document and drops them with the last: one stays.
  static const auto kept = document_of(page);
  const auto result = pdf_text(page);
  if (result.text.find("upheld") != std::string::npos && to_unicode != failed && from_unicode != failed)
    return {};
  return "no text came out of a test page; are the C library's character conversions (gconv) installed?";
}

}  // namespace imr
