#include "actions/rights.h"

#include <array>

#include "base/check.h"

namespace kontor::actions {

namespace {

using mission::Role;
constexpr Reach no = Reach::None;
constexpr Reach own = Reach::Own;
constexpr Reach all = Reach::All;

struct VerbRow {
  Verb verb;
  std::string_view word;
  // Public, Delegate, Host, Adviser, Press, Protocol, Coordinator, Director
  std::array<Reach, 8> reach;
};

struct MatterRow {
  Matter matter;
  std::array<Reach, 8> reach;
};

// clang-format off
constexpr std::array verbs{
    //                                            Pub  Del  Host Adv  Pre  Pro  Coo  Dir
    VerbRow{Verb::ReadMission, "read_mission",   {all, all, all, all, all, all, all, all}},
    VerbRow{Verb::LoadMission, "load_mission",   {no,  no,  no,  no,  no,  no,  all, no }},
    VerbRow{Verb::PlanMission, "plan_mission",   {no,  no,  no,  no,  no,  no,  all, no }},
    VerbRow{Verb::PublishPlan, "publish_plan",   {no,  no,  no,  no,  no,  no,  all, no }},
    VerbRow{Verb::LinkFeed,    "link_feed",      {no,  own, no,  own, no,  no,  all, no }},
    VerbRow{Verb::ReadChanges, "read_changes",   {no,  no,  no,  no,  no,  no,  all, all}},
    VerbRow{Verb::GrantWish,   "grant_wish",     {no,  no,  no,  no,  no,  no,  all, no }},
    VerbRow{Verb::PreviewChange, "preview_change", {no, no, no, no, no, no, all, no}},
    VerbRow{Verb::ApplyChange, "apply_change",     {no, no, no, no, no, no,  all, no }},
    VerbRow{Verb::ManageAccounts, "manage_accounts", {no, no, no, no, no, no, all, no}},
    VerbRow{Verb::SendLetters, "send_letters",     {no, no, no, no, no, no,  all, no }},
    VerbRow{Verb::ViewAs,      "view_as",          {no, no, no, no, no, no,  all, no }},
    VerbRow{Verb::KeepSensitive, "keep_sensitive", {no, own, own, no, no, all, all, no}},
    VerbRow{Verb::Purge,       "purge",            {no, no, no, no, no, all, all, no }},
    VerbRow{Verb::ManageWebhooks, "manage_webhooks", {no, no, no, no, no, no, all, no}},
    VerbRow{Verb::KeepOwnSignIn, "keep_own_sign_in", {no, own, own, own, own, own, own, own}},
    VerbRow{Verb::InviteHosts, "invite_hosts",     {no, no, no, no, no, no,  all, no }},
    VerbRow{Verb::AnswerAsHost, "answer_as_host",  {no, no, own, no, no, no, no,  no }},
    VerbRow{Verb::KeepRemarks, "keep_remarks",     {no, own, own, no, no, no, no, no}},
    VerbRow{Verb::ReadRemarks, "read_remarks",     {no, no, no, no, no, no,  all, no }},
    VerbRow{Verb::KeepAgreements, "keep_agreements", {no, no, no, own, no, no, all, no}},
    VerbRow{Verb::KeepReleases, "keep_releases",   {no, no, no, no, no, no,  all, no }},
};

constexpr std::array matters{
    //                                 Pub  Del  Host Adv  Pre  Pro  Coo  Dir
    MatterRow{Matter::PublicRecord,     {all, all, all, all, all, all, all, all}},
    MatterRow{Matter::DelegationRecord, {no,  all, own, all, all, all, all, all}},
    MatterRow{Matter::AgencyRecord,     {no,  no,  no,  own, no,  no,  all, all}},
    MatterRow{Matter::ProtocolRecord,   {no,  no,  no,  no,  no,  all, all, no }},
    MatterRow{Matter::SealedRecord,     {no,  no,  no,  own, no,  no,  all, no }},
    MatterRow{Matter::Attendance,       {no,  own, own, own, no,  all, all, all}},
    MatterRow{Matter::Meeting,          {no,  own, own, own, no,  no,  all, all}},
    MatterRow{Matter::Wish,             {no,  own, own, own, no,  no,  all, all}},
    MatterRow{Matter::Never,            {no,  own, own, own, no,  no,  all, no }},
    MatterRow{Matter::Absence,          {no,  own, own, own, no,  no,  all, no }},
    MatterRow{Matter::Movement,         {no,  own, no,  no,  no,  all, all, no }},
    MatterRow{Matter::Clearance,        {no,  own, no,  no,  no,  all, all, no }},
    MatterRow{Matter::OfficeNote,       {no,  no,  no,  all, no,  all, all, all}},
    MatterRow{Matter::Proof,            {no,  no,  no,  no,  no,  no,  all, all}},
};
// clang-format on

bool covers(Reach reach, Ownership ownership) {
  return reach == Reach::All || (reach == Reach::Own && ownership == Ownership::Own);
}

const VerbRow& row(Verb verb) {
  const VerbRow& found = verbs.at(static_cast<std::size_t>(verb));
  CHECK(found.verb == verb);
  return found;
}

}  // namespace

Reach reach(Role role, Verb verb) {
  return row(verb).reach.at(static_cast<std::size_t>(role));
}

Reach reach(Role role, Matter matter) {
  const MatterRow& found = matters.at(static_cast<std::size_t>(matter));
  CHECK(found.matter == matter);
  return found.reach.at(static_cast<std::size_t>(role));
}

bool may(const mission::Acting& acting, Verb verb, Ownership ownership) {
  return covers(reach(acting.role, verb), ownership);
}

bool may_see(const mission::Acting& acting, Matter matter, Ownership ownership) {
  return covers(reach(acting.role, matter), ownership);
}

bool needs_passkey(Role role) {
  return role == Role::Coordinator || role == Role::Protocol || role == Role::Press;
}

Matter matter_of(mission::Visibility visibility) {
  switch (visibility) {
    case mission::Visibility::Public:
      return Matter::PublicRecord;
    case mission::Visibility::Delegation:
      return Matter::DelegationRecord;
    case mission::Visibility::Agency:
      return Matter::AgencyRecord;
    case mission::Visibility::Protocol:
      return Matter::ProtocolRecord;
    case mission::Visibility::Sealed:
      return Matter::SealedRecord;
  }
  base::report_bug("a visibility class", __FILE__, __LINE__);
}

std::string_view word(Verb verb) {
  return row(verb).word;
}

}  // namespace kontor::actions
