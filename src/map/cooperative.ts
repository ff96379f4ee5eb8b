/** MapLibre's words for a map that leaves the wheel and one finger to the page around it: one sentence for every machine. */
export function cooperativeWords(sentence: string): Readonly<Record<string, string>> {
  return Object.fromEntries(['Windows', 'Mac', 'Mobile'].map((machine) => [`CooperativeGesturesHandler.${machine}HelpText`, sentence]));
}
