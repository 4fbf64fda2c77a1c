const words = {
  'outbox.why':
    'Each letter stands here as its reader will see it, in their language. Nothing is sent before you say so.',
  'outbox.no_server': 'No mail server is set up: approved letters wait.',
  'outbox.send_all': 'Send all {count}',
  'outbox.send': 'Send',
  'outbox.again': 'Send again',
  'outbox.withdraw': 'Do not send',
  'outbox.files': '{count} for the calendar',
  'outbox.reason': 'Try {tries}:',
  'outbox.none': 'No letters',
  'outbox.none_why': 'Invitations and changes of the programme will wait here.',
  'letter_state.draft': 'to approve',
  'letter_state.approved': 'on its way',
  'letter_state.sent': 'sent',
  'letter_state.failed': 'failed',
  'letter_state.withdrawn': 'not sent',
};

export default words;
