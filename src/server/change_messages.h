#pragma once
#include "actions/change.h"
#include "actions/draft.h"
#include "actions/read_changes.h"
#include "base/issue.h"
#include "server/directory.h"
#include "wire/messages.h"

namespace kontor::server {

// Whether a message of this kind is read with the mission that it adds to.
bool adds_to_mission(const wire::Disruption& message);

// The question that a message asks of `mission`, which may be empty where it adds nothing to it;
// issues name the fields that its kind lacks.
base::Checked<actions::ChangeQuestion> change_question(const wire::Disruption& message,
                                                       const mission::Mission& mission);

// The preview with the names that the reader's directory knows.
wire::ChangePreview change_preview(const Directory& directory,
                                   const actions::ChangePreview& preview);

// What a move by hand does, in words.
wire::MoveEffect move_effect(const Directory& directory, const planning::DragEffect& effect);

// The draft with what it would change for whom.
wire::DraftPage draft_page(const Directory& directory, const actions::DraftComparison& comparison);
// What a lock is about in words: "Acme meets Google"; by its key where the directory knows it not.
base::Text lock_words(const Directory& directory, const std::string& lock);
wire::Locks lock_rows(const Directory& directory, const std::vector<std::string>& locks);

// A change of the log with its consequences.
wire::ChangeDetail change_detail(const Directory& directory,
                                 const actions::ChangeConsequences& consequences);

}  // namespace kontor::server
