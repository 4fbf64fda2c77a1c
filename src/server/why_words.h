#pragma once
#include "base/text.h"
#include "planning/why.h"
#include "server/directory.h"

namespace kontor::server {

// An obstacle as a sentence in all four languages: "Acme meets Google, 2025-10-07 09:00–09:20 (San
// Francisco)." What the directory does not know is called by its key.
base::Text in_words(const planning::Obstacle& obstacle, const Directory& directory);

// Whether it happens at a time.
bool has_time(const planning::Obstacle& obstacle);

}  // namespace kontor::server
