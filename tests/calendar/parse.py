"""Reads an iCalendar file with the library named first and prints uid, start, end and summary of
each event, one a line between tabs, times in UTC. Ends with 77 where the library is missing."""
import sys
from datetime import timezone

library, path = sys.argv[1:]
with open(path, 'rb') as file:
    data = file.read()


def utc(moment):
    return moment.astimezone(timezone.utc).strftime('%Y%m%dT%H%M%SZ')


def with_icalendar():
    from icalendar import Calendar
    for event in Calendar.from_ical(data).walk('VEVENT'):
        yield event['UID'], event['DTSTART'].dt, event['DTEND'].dt, event['SUMMARY']


def with_vobject():
    import vobject
    for event in vobject.readOne(data.decode()).vevent_list:
        yield event.uid.value, event.dtstart.value, event.dtend.value, event.summary.value


try:
    events = list({'icalendar': with_icalendar, 'vobject': with_vobject}[library]())
except ImportError:
    sys.exit(77)
for uid, start, end, summary in events:
    print(uid, utc(start), utc(end), summary, sep='\t')
