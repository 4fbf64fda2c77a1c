const words = {
  'recheck.label': 'Check it here',
  'recheck.why': 'This browser adds the plan up anew from who meets whom and who attends what. It cannot see the wishes: what the plan is worth is for kontor verify.',
  'recheck.do': 'Check the plan',
  'recheck.good': 'Nobody and nothing is in two places.',
  'recheck.bad': 'Something is in two places.',
  'recheck.seen': '{seen} of {all} placements were shown to this browser.',
  'recheck.tables': 'Seats at tables, each taken once',
  'recheck.pairs': 'Pairs, each meeting once',
  'recheck.people': 'People, never in two places',
  'recheck.rooms': 'Rooms, one activity at a time',
};

export default words;
