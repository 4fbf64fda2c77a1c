#pragma once
#include <memory>

#include "actions/context.h"
#include "actions/views.h"

namespace kontor::actions {

// The served mission whole, from context.views where it is the newest; null: none was loaded.
std::shared_ptr<const Whole> newest_whole(Context& context);

}  // namespace kontor::actions
