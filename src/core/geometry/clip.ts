/** What of some ground lies within a convex ring. Rings are not closed, and what is inside an odd number of them is ground. */

export type Spot = readonly [x: number, y: number];
export type Ring = readonly Spot[];

/** The part of some ground that lies within a convex ring, whose inside is to the left of each of its sides. */
export function within(rings: readonly Ring[], convex: Ring): readonly Ring[] {
  return convex.reduce((rest, corner, i) => (rest.length === 0 ? rest : leftOf(rest, corner, convex[(i + 1) % convex.length]!)), rings);
}

/** The piece of some ground in which a spot lies, its outline first and then its holes; null where it lies in none. */
export function pieceAt(rings: readonly Ring[], spot: Spot): readonly Ring[] | null {
  const around = rings.filter((ring) => isInside(ring, spot));
  if (around.length % 2 === 0) return null;
  // of rings around one spot the innermost is inside all others
  const outline = around.find((ring) => depthOf(ring, around) === around.length - 1)!;
  return [outline, ...rings.filter((ring) => depthOf(ring, rings) === around.length && isInside(outline, ring[0]!))];
}

/** How many of some rings, itself left out, a ring lies in. */
function depthOf(ring: Ring, rings: readonly Ring[]): number {
  return rings.filter((other) => other !== ring && isInside(other, ring[0]!)).length;
}

/** Whether a spot is inside a ring. */
export function isInside(ring: Ring, [x, y]: Spot): boolean {
  let inside = false;
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** The part of some ground to the left of the line from one spot to another. */
function leftOf(rings: readonly Ring[], [ax, ay]: Spot, [bx, by]: Spot): Ring[] {
  const [dx, dy] = [bx - ax, by - ay];
  const sideOf = ([x, y]: Spot) => dx * (y - ay) - dy * (x - ax);
  const whole: Ring[] = [];
  const chains: Ring[] = [];
  for (const ring of rings) {
    const sides = ring.map(sideOf);
    const isKept = (i: number) => sides[(i + ring.length) % ring.length]! >= 0;
    const start = sides.findIndex((_, i) => isKept(i) && !isKept(i - 1));
    if (start < 0) {
      if (isKept(0)) whole.push(ring);
      continue;
    }
    const crossing = (from: number, to: number): Spot => {
      const [i, j] = [(from + ring.length) % ring.length, to % ring.length];
      const [[fromX, fromY], [toX, toY]] = [ring[i]!, ring[j]!];
      const share = sides[i]! / (sides[i]! - sides[j]!);
      return [fromX + share * (toX - fromX), fromY + share * (toY - fromY)];
    };
    let chain: Spot[] = [];
    for (let i = start; i < start + ring.length; i++) {
      if (!isKept(i)) continue;
      if (!isKept(i - 1)) chain = [crossing(i - 1, i)];
      chain.push(ring[i % ring.length]!);
      if (!isKept(i + 1)) chains.push([...chain, crossing(i, i + 1)]);
    }
  }
  return [...whole, ...joined(chains, ([x, y]) => dx * (x - ax) + dy * (y - ay))];
}

/** Rings of chains that begin and end on a line: along it every second stretch between two ends is ground. */
function joined(chains: readonly Ring[], alongLine: (spot: Spot) => number): Ring[] {
  // an end is twice the number of its chain, and one more where the chain leaves
  const ends = chains.flatMap((chain, i) => [
    { end: 2 * i, at: alongLine(chain[0]!) },
    { end: 2 * i + 1, at: alongLine(chain[chain.length - 1]!) },
  ]);
  ends.sort((a, b) => a.at - b.at);
  const across: number[] = [];
  for (const [i, { end }] of ends.entries()) across[end] = ends[i % 2 === 0 ? i + 1 : i - 1]!.end;
  const walked = new Set<number>();
  return chains.flatMap((_, first): Ring[] => {
    const ring: Spot[] = [];
    for (let end = 2 * first; !walked.has(end >> 1); end = across[end ^ 1]!) {
      const chain = chains[end >> 1]!;
      walked.add(end >> 1);
      ring.push(...(end % 2 === 0 ? chain : chain.toReversed()));
    }
    return ring.length > 0 ? [ring] : [];
  });
}
