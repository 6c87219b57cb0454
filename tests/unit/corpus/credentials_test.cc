// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/credentials.h"

#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace imr {
namespace {

using Strings = std::vector<std::string>;

struct Read {
  Reviewer reviewer;
  Strings codes;
};

Read read(std::string_view text) {
  Read result;
  result.reviewer = read_credentials(text, [&](const std::string& code, const std::string& message) {
    result.codes.push_back(code + " " + message);
  });
  return result;
}

struct Case {
  std::string text;
  Strings names;
};

TEST_CASE("states are read from a list, the longest name first") {
  const Case cases[] = {
      {"Ohio", {"Ohio"}},
      {"California,North Carolina", {"California", "North Carolina"}},
      {"West Virginia, Virginia", {"West Virginia", "Virginia"}},
      {"Arkansas, Kansas", {"Arkansas", "Kansas"}},
      {"Washington, DC", {"District of Columbia"}},
      {"Washington, Oregon", {"Washington", "Oregon"}},
      {"Washington D.C., Maryland", {"District of Columbia", "Maryland"}},
      {"CA, TX and NY", {"California", "Texas", "New York"}},
      {"N.Y., N.J.", {"New York", "New Jersey"}},
      {"W. Virginia", {"West Virginia"}},
      {"Californa, Massachussetts", {"California", "Massachusetts"}},
      {"Ohio, Ohio", {"Ohio"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto [reviewer, codes] =
        read("State(s) of Licensure: " + c.text + " Certification(s)/Specialty: Surgery");
    CHECK(reviewer.states == c.names);
    CHECK(reviewer.specialties == Strings{"Surgery"});
    CHECK(codes.empty());
  }
}

TEST_CASE("certificates are read from a list under their canonical names, in order") {
  const Case cases[] = {
      {"Preventive Medicine, Occupational Medicine, Public Health & Gen Prev Med",
       {"Preventive Medicine", "Occupational Medicine", "Public Health and General Preventive Medicine"}},
      {"Physical Medicine & Rehabilitation, Pain Management",
       {"Physical Medicine and Rehabilitation", "Pain Medicine"}},
      {"Family Practice, Sports Medicinea", {"Family Medicine", "Sports Medicine"}},
      {"Endocrinology, Diabetes & Metabolism", {"Endocrinology, Diabetes and Metabolism"}},
      {"Surgery, Hand Surgery", {"Surgery", "Surgery of the Hand"}},
      {"Orthopedic Surgery Sports Medicine", {"Orthopaedic Surgery", "Sports Medicine"}},
      {"Neurology, Pain Medicine/Management", {"Neurology", "Pain Medicine"}},
      {"OB/GYN", {"Obstetrics and Gynecology"}},
      {"Chiropractor", {"Chiropractic"}},
      {"Psychologist, Psychology", {"Psychology"}},
      {"Podiatrist.", {"Podiatry"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto [reviewer, codes] = read("State(s) of Licensure: Utah Certification(s)/Specialty: " + c.text);
    CHECK(reviewer.specialties == c.names);
    CHECK(reviewer.states == Strings{"Utah"});
    CHECK(codes.empty());
  }
}

TEST_CASE("labels may vary, come in either order or be alone") {
  const Strings utah = {"Utah"};
  const Strings urology = {"Urology"};
  for (const std::string_view text :
       {"STATES OF LICENSURE : Utah CERTIFICATIONS / SPECIALTY : Urology",
        "Certification(s)/Specialties: Urology State(s) of Licensure: Utah",
        "The reviewer has the following credentials: State of Licensure: Utah Certification: Urology"}) {
    CAPTURE(text);
    const auto [reviewer, codes] = read(text);
    CHECK(reviewer.states == utah);
    CHECK(reviewer.specialties == urology);
    CHECK(codes.empty());
  }
  CHECK(read("Certification(s)/Specialty: Urology").reviewer.specialties == urology);
  CHECK(read("State(s) of Licensure: Utah").reviewer.states == utah);
  CHECK(read("").reviewer == Reviewer{});
}

TEST_CASE("what the vocabulary has not is kept as written and reported") {
  const auto [reviewer, codes] = read(
      "State(s) of Licensure: Ontario, Utah Certification(s)/Specialty: Urology, Space Travel Medicine "
      "(Mars), Surgery");
  CHECK(reviewer.states == Strings{"Ontario", "Utah"});
  CHECK(reviewer.specialties == Strings{"Urology", "Space Travel Medicine (Mars)", "Surgery"});
  CHECK(codes == Strings{"unmapped_state \"Ontario\" is not in the vocabulary",
                         "unmapped_specialty \"Space Travel Medicine (Mars)\" is not in the vocabulary"});
}

TEST_CASE("prose names certificates, subspecialties, professions and states") {
  const struct {
    std::string text;
    Strings specialties;
    Strings states;
  } cases[] = {
      {"The expert reviewer is Board Certified in Physical Medicine & Rehabilitation, has a subspecialty in "
       "Interventional Spine and is licensed to practice in California.",
       {"Physical Medicine and Rehabilitation", "Interventional Spine"},
       {"California"}},
      {"The physician reviewer is Board Certified in Internal Medicine and Pulmonary Diseases and is "
       "licensed to "
       "practice in Texas and New York.",
       {"Internal Medicine", "Pulmonary Disease"},
       {"Texas", "New York"}},
      {"The reviewer is board certified in Neurology, and is licensed to practice in Ohio, Utah & Iowa. "
       "He/she has "
       "been in active clinical practice for more than five years.",
       {"Neurology"},
       {"Ohio", "Utah", "Iowa"}},
      {"The reviewer is Board Certified in Surgery, and is licensed to practice in Ohio, Utah and the "
       "District of "
       "Columbia.",
       {"Surgery"},
       {"Ohio", "Utah", "District of Columbia"}},
      {"The reviewer is Board Certified in Surgery and is licensed to practice in Iowa and the state of "
       "Utah.",
       {"Surgery"},
       {"Iowa", "Utah"}},
      {"The reviewer is licensed to practice in West Virginia and is Board Certified in Surgery.",
       {"Surgery"},
       {"West Virginia"}},
      {"The expert reviewer is a Chiropractor and is licensed to practice in Utah.",
       {"Chiropractic"},
       {"Utah"}},
      {"The reviewer is a Doctor of Chiropractic, licensed in Utah.", {"Chiropractic"}, {"Utah"}},
      {"The reviewer has subspecialties in Neurology and Pain Management. He/she is licensed to practice "
       "in W. Virginia, N. Carolina.",
       {"Neurology", "Pain Medicine"},
       {"West Virginia", "North Carolina"}},
      {"The reviewer is licensed in Neurology and licensed to practice in Utah.", {"Neurology"}, {"Utah"}},
      {"The reviewer is a licensed Psychologist and is licensed to practice in the State of Utah.",
       {"Psychology"},
       {"Utah"}},
      {"The reviewer is Board Certified in Orthopedic Surgery, has a subspecialty in Hand Surgery, and is "
       "licensed to "
       "practice in Washington, DC.",
       {"Orthopaedic Surgery", "Surgery of the Hand"},
       {"District of Columbia"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto [reviewer, codes] = read(c.text);
    CHECK(reviewer.specialties == c.specialties);
    CHECK(reviewer.states == c.states);
    CHECK(codes.empty());
  }
}

TEST_CASE("the standing sentences of the form name no certificate") {
  const auto [reviewer, codes] = read(
      "He/she has no affiliation with the employer, employee or providers. He/she has been in active "
      "clinical "
      "practice for more than five years and is currently working at least 24 hours a week in active "
      "practice. The "
      "expert reviewer was selected based on his/her experience and expertise in the same or similar "
      "specialties "
      "that evaluate pain. The expert reviewer is Board Certified in Rheumatology and is licensed to "
      "practice in Iowa.");
  CHECK(reviewer.specialties == Strings{"Rheumatology"});
  CHECK(reviewer.states == Strings{"Iowa"});
  CHECK(codes.empty());
}

TEST_CASE("an unknown certificate in prose is kept and reported") {
  const auto [reviewer, codes] =
      read("The reviewer is Board Certified in Space Travel and is licensed to practice in Ontario.");
  CHECK(reviewer.specialties == Strings{"Space Travel"});
  CHECK(reviewer.states == Strings{"Ontario"});
  CHECK(codes.size() == 2);
}

}  // namespace
}  // namespace imr
