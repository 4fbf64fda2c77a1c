const words = {
  'route.label': 'The route, city by city',
  'route.days': 'A line of days: its lengths are no distances.',
  'route.change': 'From one city to the next. The line is drawn to no scale.',
  'route.until': 'until {time}',
  'route.from': 'from {time}',
};

export default words;
