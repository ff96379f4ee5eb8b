declare module 'edtf' {
  /** Parses an EDTF text; throws where it is none. `min` and `max` are epoch milliseconds, read as UTC. */
  export default function edtf(text: string): { type: string; min: number; max: number };
}

declare module 'geojson-validation' {
  const gjv: { valid(value: unknown, trace: true): string[] };
  export default gjv;
}
