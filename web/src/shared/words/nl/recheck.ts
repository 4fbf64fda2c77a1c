const words = {
  'recheck.label': 'Hier nakijken',
  'recheck.why': 'Deze browser telt het plan opnieuw op uit wie wie ontmoet en wie waarbij is. Wensen ziet hij niet: wat het plan waard is, is voor kontor verify.',
  'recheck.do': 'Het plan nakijken',
  'recheck.good': 'Niemand en niets is op twee plaatsen.',
  'recheck.bad': 'Iets is op twee plaatsen.',
  'recheck.seen': '{seen} van {all} plaatsingen zijn aan deze browser getoond.',
  'recheck.tables': 'Plaatsen aan tafels, elk één keer bezet',
  'recheck.pairs': 'Paren, die elkaar één keer ontmoeten',
  'recheck.people': 'Mensen, nooit op twee plaatsen',
  'recheck.rooms': 'Zalen, één activiteit tegelijk',
};

export default words;
