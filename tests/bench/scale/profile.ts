/** Where processor time goes, by function. */
export interface Hot {
  readonly name: string;
  /** File and line, as they are built. */
  readonly at: string;
  /** Of the time that was not idle, 0 to 1. */
  readonly share: number;
}

/** A profile as Chromium and Node give it. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** The functions in which most of the time went, themselves and not what they call. */
export function topOf({ nodes, samples = [], timeDeltas = [] }: Profile, count = 8): Hot[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const sums = new Map<string, { readonly name: string; readonly at: string; time: number }>();
  let total = 0;
  samples.forEach((id, i) => {
    const { functionName, url, lineNumber } = frames.get(id)!;
    if (functionName === '(idle)') return;
    const at = url ? `${url.replace(/^.*\//, '')}:${lineNumber + 1}` : '';
    const name = functionName || '(anonymous)';
    const sum = sums.get(`${name} ${at}`) ?? { name, at, time: 0 };
    sum.time += timeDeltas[i] ?? 0;
    total += timeDeltas[i] ?? 0;
    sums.set(`${name} ${at}`, sum);
  });
  return [...sums.values()]
    .sort((a, b) => b.time - a.time)
    .slice(0, count)
    .map(({ name, at, time }) => ({ name, at, share: time / total }));
}
