#pragma once
#include "actions/change.h"
#include "actions/draft.h"
#include "actions/read_changes.h"
#include "base/issue.h"
#include "server/directory.h"
#include "wire/messages.h"

namespace kontor::server {

// The question that a message asks; issues name the fields that its kind lacks.
base::Checked<actions::ChangeQuestion> change_question(const wire::Disruption& message);

// The preview with the names that the reader's directory knows.
wire::ChangePreview change_preview(const Directory& directory,
                                   const actions::ChangePreview& preview);

// What a move by hand does, in words.
wire::MoveEffect move_effect(const Directory& directory, const planning::DragEffect& effect);

// The draft with what it would change for whom.
wire::DraftPage draft_page(const Directory& directory, const actions::DraftComparison& comparison);

// A change of the log with its consequences.
wire::ChangeDetail change_detail(const Directory& directory,
                                 const actions::ChangeConsequences& consequences);

}  // namespace kontor::server
