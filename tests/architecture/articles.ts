/** Finds what was copied from texts that we may cite but not reprint. */

const length = 12;

function words(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
}

function runs(text: string): string[] {
  const all = words(text);
  return all.slice(0, Math.max(0, all.length - length + 1)).map((_, start) => all.slice(start, start + length).join(' '));
}

/** The first run of twelve words that a text shares with an article, in a list; empty where there is none. A headline of up to fourteen words may be cited. */
export function sentencesIn(text: string, articles: readonly string[]): string[] {
  const lines = articles.flatMap((article) => article.split('\n')).filter((line) => words(line).length > length + 2);
  const theirs = new Set(lines.flatMap(runs));
  return runs(text)
    .filter((run) => theirs.has(run))
    .slice(0, 1);
}
