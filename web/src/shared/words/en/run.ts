const words = {
  'run.compare': 'Compare the draft',
  'run.label': 'Plan anew',
  'run.why': 'Makes a draft beside the published plan. Nobody sees it until you publish it.',
  'run.seed': 'Seed (optional)',
  'run.start': 'Plan anew',
  'run.stop': 'Stop; it is good enough',
  'run.publish': 'Publish the draft',
  'run.asked': 'Planning begins …',
  'run.curve': 'Stop whenever the gap is small enough for you.',
  'run.wishes': 'Wishes',
  'run.published_value': 'Value of the published plan',
  'run.draft_value': 'Value of the draft',
  'run_state.running': 'Planning …',
  'run_state.done': 'The draft is ready. Compare, then publish it or plan again.',
  'run_state.stopped': 'Stopped. The best plan so far is the draft.',
  'run_state.failed': 'Planning failed; the published plan is as before.',
};

export default words;
