#pragma once
#include "base/id.h"

namespace kontor::mission {

// The key of each noun, unique within its mission.
using MissionId = base::Id<struct MissionTag>;
using LegId = base::Id<struct LegTag>;
using CoachId = base::Id<struct CoachTag>;
using SectorId = base::Id<struct SectorTag>;
using TopicId = base::Id<struct TopicTag>;
using VenueId = base::Id<struct VenueTag>;
using RoomId = base::Id<struct RoomTag>;
using EquipmentId = base::Id<struct EquipmentTag>;  // of a kind, such as "stage"
using OrganisationId = base::Id<struct OrganisationTag>;
using PersonId = base::Id<struct PersonTag>;
using OfficeId = base::Id<struct OfficeTag>;
using ActivityId = base::Id<struct ActivityTag>;
using SessionId = base::Id<struct SessionTag>;
using WishId = base::Id<struct WishTag>;
using AgreementId = base::Id<struct AgreementTag>;
using AnnouncementId = base::Id<struct AnnouncementTag>;
using RuleId = base::Id<struct RuleTag>;
using FigureId = base::Id<struct FigureTag>;

}  // namespace kontor::mission
