import type en from '../en/changes';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'changes.why': 'Niets verandert zonder spoor: wie, wat en wanneer.',
  'changes.none': 'Er is nog niets gewijzigd.',
  'changes.older': 'Oudere wijzigingen',
  'changes.undo': 'Ongedaan maken',
  'changes.undoes': 'maakt een eerdere wijziging ongedaan',
  'changes.versions': 'Versie {before} van het plan werd versie {after}: wie verplaatst is',
  'changes.nobody': 'Niemand van wie u mag weten, is verplaatst.',
  'changes.who': 'Wie',
  'changes.what': 'Wat',
  'changes.before': 'Vóór',
  'changes.after': 'Na',
  'changes.table': 'tafel {table}',
  'changes.more_people': 'en nog {count} personen',
  'changes.refused': 'Het wijzigingslogboek is niet toegankelijk voor u',
  'changes.refused_why':
    'Coördinatoren en directeurs lezen het. In de demonstratie kunt u zich via het menu ' +
    'als een van hen aanmelden.',
  'verb.read_mission': 'Missie gelezen',
  'verb.load_mission': 'Missie geladen',
  'verb.plan_mission': 'Ontwerp gepland',
  'verb.publish_plan': 'Plan gepubliceerd',
  'verb.link_feed': 'Agenda-adres gemaakt',
  'verb.grant_wish': 'Wens ingewilligd',
  'verb.apply_change': 'Plan gewijzigd',
  'verb.manage_webhooks': 'Webhooks gewijzigd',
  'verb.read_changes': 'Logboek gelezen',
  'verb.manage_accounts': 'Toegang gewijzigd',
  'verb.send_letters': 'Brieven beslist',
  'verb.view_as': 'Als andere rol gekeken',
  'verb.keep_sensitive': 'Verzegeld veld',
  'verb.purge': 'Gegevens gewist',
};

export default words;
