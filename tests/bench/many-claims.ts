/** A dossier of many claims, made of a real one's: every claim is copied with another id, day, source and place. Seeded, so that each run has the same. */

interface Feature {
  id: string;
  properties: Record<string, unknown> & { reports: { source: string; published?: string }[] };
}
interface Collection {
  features: Feature[];
}
const files = ['control.geojson', 'movements.geojson', 'displacement.geojson', 'incidents.geojson'];
const DAYS = 365;
const SOURCES = 400;

/** `count` claims over a year at these places, reported by 400 sources. */
export function manyClaims(real: ReadonlyMap<string, string>, count: number, places: readonly string[]): Map<string, string> {
  const random = mulberry32(2024);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const read = <T>(name: string) => JSON.parse(real.get(name) ?? '{}') as T;
  const collections = new Map(files.map((name) => [name, read<Collection>(name)]));
  const templates = files.flatMap((name) => collections.get(name)!.features.map((feature) => ({ name, feature })));

  const head = read<{ span: object; opening: { day: string } }>('dossier.json');
  const sources = read<{ schemaVersion: number; sources: { id: string; derivedFrom?: string }[] }>('sources.json');
  const root = sources.sources.find((source) => source.derivedFrom === undefined)!;
  const made = Array.from({ length: SOURCES }, (_, i) => ({
    ...root,
    id: `source-${i}`,
    published: day(Math.floor((i / SOURCES) * DAYS)),
    ...(i % 4 === 3 ? { derivedFrom: `source-${i - 1}` } : {}),
  }));
  const features = new Map(files.map((name): [string, Feature[]] => [name, []]));
  for (let i = 0; i < count; i++) {
    const { name, feature } = templates[i % templates.length]!;
    const { published: _published, ...dates } = { published: '', happened: day(Math.floor(random() * DAYS)), recorded: day(DAYS - 1) };
    const { until: _until, event: _event, withdrawn: _withdrawn, ...kept } = feature.properties;
    const reports = feature.properties.reports.map(({ published: _own, ...report }) => ({
      ...report,
      source: `source-${Math.floor(random() * SOURCES)}`,
    }));
    const own = 'place' in kept ? { place: pick(places) } : {};
    features.get(name)!.push({ ...feature, id: `claim-${i}`, properties: { ...kept, ...dates, ...own, reports } });
  }
  return new Map([
    [
      'dossier.json',
      JSON.stringify({ ...head, span: { from: day(0), to: day(DAYS - 1) }, opening: { ...head.opening, day: day(DAYS - 1) } }),
    ],
    ['sources.json', JSON.stringify({ ...sources, sources: made })],
    ...files.map((name): [string, string] => [name, JSON.stringify({ ...collections.get(name)!, features: features.get(name) })]),
  ]);
}

function day(index: number): string {
  return new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
}

/** Mulberry32, by Tommy Ettinger: a small seeded generator, 0 to 1. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
