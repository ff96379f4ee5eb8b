/** Features of the Linked Places Format, as both gazetteers write them. */

const CONTEXT = 'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld';

/** A Linked Places collection as text, one feature a line, so that a change shows as a line in a diff. */
export function linkedPlacesText(features) {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","@context":"${CONTEXT}","features":[\n${lines}\n]}\n`;
}

/** Names without those that differ only in accents, case or signs from one that stands before: look-up folds them anyway. */
export function distinctNames(names) {
  const seen = new Set();
  return names.filter(({ toponym }) => {
    const key = plain(toponym);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const plain = (name) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]/gu, '');
