// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/citation_sources.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/phrase_matcher.h"

namespace imr {
namespace {

constexpr int kFormWords = 100;  // a value beside those of CitedSource

constexpr std::array<std::string_view, 3> kMtusNames = {"MTUS", "Medical Treatment Utilization Schedule",
                                                        "California MTUS"};
constexpr std::array<std::string_view, 3> kAcoemNames = {
    "ACOEM", "American College of Occupational and Environmental Medicine",
    "American College of Occupational and Environmental Medicine ACOEM"};
constexpr std::array<std::string_view, 9> kOdgNames = {
    "ODG",
    "ODG-TWC",
    "Official Disability Guidelines",
    "Official Disability Guide",
    "Official Disabilities Guidelines",
    "Official Disability",
    "Work Loss Data Institute",
    "Official Disability Guidelines-Treatment in Workers' Compensation",
    "Official Disability Guidelines-Treatment in Workers' Comp"};
constexpr std::array<std::string_view, 4> kFormNames = {
    "Other Medical Treatment Guideline", "Other Medical Treatment Guideline or Medical Evidence",
    "Other Medical Evidence", "Other Medical Treatment Guidelines or Medical Evidence"};
constexpr std::array<std::string_view, 68> kOtherNames = {"AAEM",
                                                          "AANEM",
                                                          "AANS",
                                                          "AAOS",
                                                          "Aetna",
                                                          "AHRQ",
                                                          "AMA Guides",
                                                          "American Academy",
                                                          "American Association",
                                                          "American Cancer Society",
                                                          "American College of Cardiology",
                                                          "American College of Physicians",
                                                          "American College of Radiology",
                                                          "American College of Rheumatology",
                                                          "American Family Physician",
                                                          "American Heart Association",
                                                          "American Journal",
                                                          "American Medical Association",
                                                          "American Pain Society",
                                                          "American Psychiatric Association",
                                                          "American Psychological Association",
                                                          "American Society",
                                                          "American Urological Association",
                                                          "Annals of",
                                                          "Blue Cross",
                                                          "British Medical Journal",
                                                          "CDC",
                                                          "Centers for Disease Control",
                                                          "Centers for Medicare",
                                                          "Cigna",
                                                          "CMS",
                                                          "Cochrane",
                                                          "Code of Regulations",
                                                          "eMedicine",
                                                          "Epocrates",
                                                          "et al",
                                                          "FDA",
                                                          "Food and Drug Administration",
                                                          "Goodman and Gilman",
                                                          "Guides to the Evaluation of Permanent Impairment",
                                                          "InterQual",
                                                          "Journal",
                                                          "Labor Code",
                                                          "Mayo Clinic",
                                                          "MD Guidelines",
                                                          "MDGuidelines",
                                                          "Medicare",
                                                          "Medline",
                                                          "MedlinePlus",
                                                          "Medscape",
                                                          "Merck Manual",
                                                          "Milliman",
                                                          "National Clinical Guideline",
                                                          "National Guideline Clearinghouse",
                                                          "National Institutes of Health",
                                                          "NCBI",
                                                          "NHLBI",
                                                          "NIH",
                                                          "Operative Orthopaedics",
                                                          "Operative Orthopedics",
                                                          "Physicians Desk Reference",
                                                          "PubMed",
                                                          "Textbook",
                                                          "University",
                                                          "UpToDate",
                                                          "WebMD",
                                                          "Wheeless",
                                                          "Wikipedia"};

template <std::size_t N>
void add_all(PhraseMatcher& matcher, const std::array<std::string_view, N>& names, int value) {
  for (const std::string_view name : names) matcher.add(name, value);
}

const PhraseMatcher& source_names() {
  static const auto matcher = [] {
    PhraseMatcher made;
    add_all(made, kMtusNames, static_cast<int>(CitedSource::mtus));
    add_all(made, kAcoemNames, static_cast<int>(CitedSource::acoem));
    add_all(made, kOdgNames, static_cast<int>(CitedSource::odg));
    add_all(made, kOtherNames, static_cast<int>(CitedSource::other));
    add_all(made, kFormNames, kFormWords);
    return made;
  }();
  return matcher;
}

std::string_view word_text(const CitedPart& part, std::size_t at) {
  return part.text.substr(part.words[at].begin, part.words[at].end - part.words[at].begin);
}

bool ends_with_domain(std::string_view raw) {
  static constexpr std::array<std::string_view, 5> kDomains = {".com", ".org", ".gov", ".net", ".edu"};
  return std::ranges::any_of(kDomains, [&](std::string_view domain) { return raw.ends_with(domain); });
}

bool is_web_word(std::string_view raw) {
  return raw.starts_with("http") || raw.starts_with("www") || ends_with_domain(raw);
}

// The first word after the last slash behind the domain: ".../odgtwc/low_back.htm" names the chapter.
std::size_t page_of_address(const CitedPart& part, const SourceMention& address, std::size_t slash) {
  std::size_t domain = address.end;
  for (std::size_t at = address.begin; at < address.end; ++at) {
    const bool is_page = domain < at && part.words[domain].end <= slash && part.words[at].begin > slash;
    if (is_page) return at;
    if (ends_with_domain(word_text(part, at))) domain = at;
  }
  return address.end;
}

// A web address reaches to the next space; the guideline's own address names the guideline.
std::optional<SourceMention> web_address_at(const CitedPart& part, std::size_t at) {
  const TextWord& word = part.words[at];
  if (!is_web_word(word_text(part, at))) return std::nullopt;
  const std::size_t space = std::min(part.text.find(' ', word.begin), part.text.size());
  const std::string_view address = part.text.substr(word.begin, space - word.begin);
  SourceMention mention{CitedSource::other, at, at + 1, false};
  while (mention.end < part.end && part.words[mention.end].begin < space) ++mention.end;
  if (address.find("odg") != std::string_view::npos) {
    mention.source = CitedSource::odg;
    mention.end = page_of_address(part, mention, word.begin + std::min(address.rfind('/'), address.size()));
  }
  if (address.find("acoem") != std::string_view::npos) mention.source = CitedSource::acoem;
  return mention;
}

std::optional<SourceMention> mention_at(const CitedPart& part, std::size_t at) {
  if (auto address = web_address_at(part, at)) return address;
  const auto name = source_names().longest_at(part.words.first(part.end), at);
  if (!name) return std::nullopt;
  const int value = name->values.front();
  if (value == kFormWords) return SourceMention{CitedSource::other, name->begin, name->end, true};
  return SourceMention{static_cast<CitedSource>(value), name->begin, name->end, false};
}

}  // namespace

std::vector<SourceMention> source_mentions(const CitedPart& part) {
  std::vector<SourceMention> mentions;
  for (std::size_t at = part.begin; at < part.end;) {
    const auto mention = mention_at(part, at);
    if (!mention) {
      ++at;
      continue;
    }
    at = mention->end;
    const bool repeats = !mentions.empty() && mentions.back().source == mention->source &&
                         mentions.back().end == mention->begin;
    if (repeats) {
      mentions.back().end = mention->end;
      mentions.back().form_words = mentions.back().form_words && mention->form_words;
    } else {
      mentions.push_back(*mention);
    }
  }
  return mentions;
}

}  // namespace imr
