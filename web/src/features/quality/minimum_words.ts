import { fill, type Message, type Parameters } from '$shared/words/message';
import { reader_language } from '$shared/words/words.svelte';

// The words of the panel, which most readers never load.
const en = {
  label: 'A minimum for every group',
  why: 'No region, size, kind or agency is to have less than this part of the mean share. It costs wishes of others: plan a draft to see how many, and whose.',
  percent: 'Percent of the mean',
  plan: 'Plan a draft with this minimum',
  mean: 'Mean share of wishes met: {share}',
  nobody: 'No group is below it.',
  below: {
    one: '{count} group is below it:',
    other: '{count} groups are below it:',
  },
  price: {
    one: 'With a minimum of {minimum} % the draft meets {count} wish less.',
    other: 'With a minimum of {minimum} % the draft meets {count} wishes less.',
  },
  free: 'With a minimum of {minimum} % the draft meets no fewer wishes.',
  who_loses: 'Who loses, who gains',
};
const fr: Record<keyof typeof en, Message> = {
  label: 'Un minimum pour chaque groupe',
  why: 'Aucune région, taille, catégorie ni agence n’aura moins que cette part de la moyenne. Cela coûte des souhaits à d’autres : planifiez un projet pour voir combien, et à qui.',
  percent: 'Pour cent de la moyenne',
  plan: 'Planifier un projet avec ce minimum',
  mean: 'Part moyenne de souhaits exaucés : {share}',
  nobody: 'Aucun groupe n’est en dessous.',
  below: {
    one: '{count} groupe est en dessous :',
    other: '{count} groupes sont en dessous :',
  },
  price: {
    one: 'Avec un minimum de {minimum} %, le projet exauce {count} souhait de moins.',
    other: 'Avec un minimum de {minimum} %, le projet exauce {count} souhaits de moins.',
  },
  free: 'Avec un minimum de {minimum} %, le projet n’exauce pas moins de souhaits.',
  who_loses: 'Qui perd, qui gagne',
};
const nl: Record<keyof typeof en, Message> = {
  label: 'Een minimum voor elke groep',
  why: 'Geen gewest, grootte, soort of agentschap mag minder krijgen dan dit deel van het gemiddelde. Dat kost wensen van anderen: plan een ontwerp om te zien hoeveel, en van wie.',
  percent: 'Procent van het gemiddelde',
  plan: 'Een ontwerp met dit minimum plannen',
  mean: 'Gemiddeld deel vervulde wensen: {share}',
  nobody: 'Geen groep zit eronder.',
  below: {
    one: '{count} groep zit eronder:',
    other: '{count} groepen zitten eronder:',
  },
  price: {
    one: 'Met een minimum van {minimum} % vervult het ontwerp {count} wens minder.',
    other: 'Met een minimum van {minimum} % vervult het ontwerp {count} wensen minder.',
  },
  free: 'Met een minimum van {minimum} % vervult het ontwerp niet minder wensen.',
  who_loses: 'Wie verliest, wie wint',
};
const de: Record<keyof typeof en, Message> = {
  label: 'Ein Minimum für jede Gruppe',
  why: 'Keine Region, Größe, Art oder Agentur soll weniger als diesen Teil des Mittels erhalten. Das kostet Wünsche anderer: Ein Entwurf zeigt, wie viele und wessen.',
  percent: 'Prozent des Mittels',
  plan: 'Einen Entwurf mit diesem Minimum planen',
  mean: 'Mittlerer Anteil erfüllter Wünsche: {share}',
  nobody: 'Keine Gruppe liegt darunter.',
  below: {
    one: '{count} Gruppe liegt darunter:',
    other: '{count} Gruppen liegen darunter:',
  },
  price: {
    one: 'Mit einem Minimum von {minimum} % erfüllt der Entwurf {count} Wunsch weniger.',
    other: 'Mit einem Minimum von {minimum} % erfüllt der Entwurf {count} Wünsche weniger.',
  },
  free: 'Mit einem Minimum von {minimum} % erfüllt der Entwurf nicht weniger Wünsche.',
  who_loses: 'Wer verliert, wer gewinnt',
};

const catalogues: Record<'fr' | 'nl' | 'de' | 'en', Record<keyof typeof en, Message>> = { fr, nl, de, en };

export const say_minimum = (key: keyof typeof en, parameters: Parameters = {}): string =>
  fill(reader_language(), catalogues[reader_language()][key], parameters);
