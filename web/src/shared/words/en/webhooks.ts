const words = {
  'webhooks.why':
    'Other systems are told when a plan is published, with a signature that they can check.',
  'webhooks.refused': 'Webhooks are not open to you',
  'webhooks.refused_why': 'Coordinators manage them.',
  'webhooks.address': 'Address',
  'webhooks.add': 'Add',
  'webhooks.secret': 'The secret for its signatures, shown this once:',
  'webhooks.none': 'No other system is told.',
  'webhooks.ended': 'ended: the receiver said that the address is gone',
  'webhooks.rotate': 'Another secret',
  'webhooks.remove': 'Remove',
  'webhooks.deliveries': 'Deliveries',
  'webhooks.tries': '{tries} tries, answer {answer}',
  'webhooks.due': 'next at {at}',
  'webhooks.again': 'Send again',
  'webhooks.nothing': 'Nothing has been sent yet.',
  'delivery.waiting': 'waiting',
  'delivery.done': 'delivered',
  'delivery.failed': 'given up',
  'webhooks.keep': 'Keep it',
};

export default words;
