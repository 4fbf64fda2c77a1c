const words = {
  'quality.label': 'How good the plan is',
  'quality.headline': '{placed} of {asked} wishes are met',
  'quality.verified_at': 'Verified independently, no fault found: {time}',
  'quality.faults': {
    one: 'The independent check found {count} fault.',
    other: 'The independent check found {count} faults.',
  },
  'quality.musts_of': '{placed} of {bound} possible ({asked} asked)',
  'quality.worst_share': 'Share met of the worst-off organisation',
  'quality.curve_caption':
    'The line is the plan’s value, the dashes what no plan can exceed. They approached ' +
    'each other while the plan was made; what is left between them is the gap.',
  'quality.no_plan': 'Nothing is planned yet',
  'quality.no_plan_why':
    'When the coordinators publish a plan, its value, its proof and its gaps stand here.',
  'fairness.label': 'A fair share for each',
  'fairness.why':
    'The bar is the share of wishes met; the notch is the organisation of the group that ' +
    'fares worst.',
  'fairness.worst': 'worst {share}:',
  'fairness.dots': 'Filled: the group’s share of granted wishes. Ring: its worst-off organisation. Dashed: all together, {mean}.',
  'fairness.none': 'No shares to show.',
  'fairness.region': 'By region',
  'fairness.size': 'By size',
  'fairness.kind': 'By kind',
  'fairness.agency': 'By agency',
  'certificate.label': 'Certificate',
  'certificate.why':
    'It proves that no plan can be worth more than the bound. Anybody can check it by adding up.',
  'certificate.version': 'Version',
  'certificate.seed': 'Seed',
  'certificate.input': 'Hash of the input',
  'certificate.points': 'Value and bound in points',
  'certificate.points_of': '{value} of at most {bound} points',
  'certificate.download': 'Download the certificate ({size} kB)',
  'certificate.check': 'To check it yourself:',
  'versions.label': 'Versions',
  'versions.version': 'Version {version}',
  'versions.current': 'published now',
};

export default words;
