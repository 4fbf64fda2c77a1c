import { say_in, type Sentences } from './say_in';
import type { Parameters } from './message';

const en = {
  label: 'Password',
  with_one: 'Sign in with a password',
  current: 'Password until now',
  next: 'New password',
  rule: 'At least 15 characters; a sentence that nobody knows will do.',
  set: 'Set a password',
  change: 'Change it',
  remove: 'Remove it',
  why: 'A code by mail or a passkey is safer and needs no memory.',
  done: 'Kept. Your other sessions have ended.',
  on_why:
    'Off is best: nothing to forget, nothing to steal. Where your agency insists, people may set one of 15 characters or more; coordinators, protocol and press still show a passkey.',
  on: 'Passwords may be used',
  turn_on: 'Let people have passwords',
  turn_off: 'Turn off and delete all',
};
const sentences: Sentences<keyof typeof en> = {
  en,
  fr: {
    label: 'Mot de passe',
    with_one: 'Se connecter avec un mot de passe',
    current: 'Mot de passe actuel',
    next: 'Nouveau mot de passe',
    rule: 'Au moins 15 caractères ; une phrase que personne ne connaît convient.',
    set: 'Choisir un mot de passe',
    change: 'Le changer',
    remove: 'Le supprimer',
    why: 'Un code par courriel ou une clé d’accès est plus sûr et ne demande aucune mémoire.',
    done: 'Enregistré. Vos autres sessions ont pris fin.',
    on_why:
      'Mieux vaut sans : rien à oublier, rien à voler. Si votre agence y tient, chacun peut en choisir un de 15 caractères ou plus ; coordination, protocole et presse montrent toujours une clé d’accès.',
    on: 'Les mots de passe sont admis',
    turn_on: 'Admettre des mots de passe',
    turn_off: 'Ne plus les admettre et tous les supprimer',
  },
  nl: {
    label: 'Wachtwoord',
    with_one: 'Aanmelden met een wachtwoord',
    current: 'Huidig wachtwoord',
    next: 'Nieuw wachtwoord',
    rule: 'Minstens 15 tekens; een zin die niemand kent is goed.',
    set: 'Wachtwoord kiezen',
    change: 'Wijzigen',
    remove: 'Verwijderen',
    why: 'Een code per e-mail of een passkey is veiliger en vraagt geen geheugen.',
    done: 'Bewaard. Uw andere sessies zijn beëindigd.',
    on_why:
      'Zonder is het best: niets te vergeten, niets te stelen. Als uw agentschap erop staat, mag wie wil er een kiezen van 15 tekens of meer; coördinatie, protocol en pers tonen nog altijd een passkey.',
    on: 'Wachtwoorden zijn toegelaten',
    turn_on: 'Wachtwoorden toelaten',
    turn_off: 'Uitzetten en alle verwijderen',
  },
  de: {
    label: 'Kennwort',
    with_one: 'Mit Kennwort anmelden',
    current: 'Bisheriges Kennwort',
    next: 'Neues Kennwort',
    rule: 'Mindestens 15 Zeichen; ein Satz, den niemand kennt, ist recht.',
    set: 'Kennwort wählen',
    change: 'Ändern',
    remove: 'Löschen',
    why: 'Ein Code per E-Mail oder ein Passkey ist sicherer und braucht kein Gedächtnis.',
    done: 'Gespeichert. Ihre anderen Sitzungen sind beendet.',
    on_why:
      'Ohne ist es am besten: nichts zu vergessen, nichts zu stehlen. Besteht Ihre Agentur darauf, darf jeder eines mit 15 oder mehr Zeichen wählen; Koordination, Protokoll und Presse zeigen weiter einen Passkey.',
    on: 'Kennwörter sind zugelassen',
    turn_on: 'Kennwörter zulassen',
    turn_off: 'Abschalten und alle löschen',
  },
};

export const say_password = (name: keyof typeof en, parameters?: Parameters): string =>
  say_in(sentences, name, parameters);
