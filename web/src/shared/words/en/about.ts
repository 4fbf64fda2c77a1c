const words = {
  'about.cities': 'Where',
  'about.clocks': 'Clocks of {zone}, UTC{offset}',
  'about.programme': 'The public programme',
  'about.why': 'Times are those of the city. What is not public is not here.',
  'about.none': 'Nothing public is planned on this day.',
  'about.untimed': 'Not yet at an hour',
  'about.untimed_why': 'What the sources say of them, and no more.',
  'about.trust': 'Nobody has to believe us',
  'about.trust_why':
    'The plan is published with a certificate. Your browser adds it up anew, and shows what the plan is worth and what no plan can exceed.',
  'about.check': 'Check the plan',
};

export default words;
