const words = {
  'quality.wishes': 'wishes',
  'quality.wishes_met': '{placed} of {asked} wishes',
  'quality.count_of': '{placed} of {asked}',
  'quality.within': 'within {gap} of the proven best',
  'quality.best': 'proven best: no plan can be worth more',
  'quality.verified': 'verified',
  'quality.not_verified': 'not verified',
  'quality.musts': 'Musts',
  'quality.wants': 'Wants',
  'quality.meetings': 'Meetings placed',
  'quality.attendances': 'Places at activities',
  'quality.breaks': 'Breaks between meetings',
  'quality.curve': 'Value and bound while the plan was made',
  'quality.value': 'Value',
  'quality.bound': 'Bound',
};

export default words;
