import type { Extent } from '../core/model';
import { eventIcon } from './icons';
import { radii, type ControlMark, type EventMark, type Mark } from './mark';
import type { Palette } from './palette';
import { inkOn, type Tint } from './party';
import { circle, drawing, initials, n, type Drawing } from './svg';

/**
 * The grammar of marks: one table for map, legend, lists and exports.
 *
 * | what the ledger says          | how it is drawn                                                        |
 * |-------------------------------|------------------------------------------------------------------------|
 * | one holder                    | disc in the party's colour with its initials; size by the place's rank |
 * | n positions in dispute        | n equal sectors, dashed outer ring, the count at the shoulder          |
 * | claimed by its beneficiary    | the disc of the holder before, or a hollow ring, hatched               |
 * | entered · parts · outskirts   | a smaller disc on the edge · further in · just outside                 |
 * | denied                        | small crossed ring at the shoulder of what is denied                   |
 * | changed on the day shown      | one thin halo                                                          |
 * | nothing known                 | hollow grey ring                                                       |
 * | an incident                   | icon in a paper roundel, rimmed in the party's colour                  |
 */
export function markSvg(mark: Mark, palette: Palette): Drawing {
  return mark.kind === 'control' ? controlDrawing(mark, palette) : eventDrawing(mark, palette);
}

/** Where a guest's disc stands: distance of its centre and its radius, as shares of the holder's radius. */
const guestPlaces: Readonly<Record<Exclude<Extent, 'held'>, readonly [distance: number, radius: number]>> = {
  parts: [0.52, 0.58],
  entered: [1, 0.52],
  outskirts: [1.66, 0.42],
};

/** Seam of the sectors and place of the count: up and to the right. */
const SHOULDER = -Math.PI / 4;
const EVENT_RADIUS = 9;

function controlDrawing(mark: ControlMark, palette: Palette): Drawing {
  const r = radii[mark.rank];
  const disputed = mark.sectors.length > 1;
  const isLettered = mark.claimants.length === 0 && mark.guests.every((guest) => guest.extent === 'outskirts');
  const outer = disputed ? r + 3.4 : r;
  const parts: string[] = [];
  let reach = outer + 2.4;
  parts.push(circle(0, 0, outer + 1.9, `fill="${palette.casing}"`));
  const ring = (radius: number, width: number, colour: string) => {
    parts.unshift(
      circle(0, 0, radius, `fill="none" stroke="${palette.textHalo}" stroke-width="${n(width + 2)}"`),
      circle(0, 0, radius, `fill="none" stroke="${colour}" stroke-width="${n(width)}"`),
    );
    reach = Math.max(reach, radius + width / 2 + 1.5);
  };
  if (mark.changed) ring(outer + 4.2, 1.2, palette.changed);
  if (mark.selected) ring(outer + (mark.changed ? 8.4 : 5.2), 3.2, palette.selected);
  const hollow = mark.claimants.length > 0 ? palette.paper : palette.hollow;
  parts.push(disputed ? sectors(mark.sectors, r, palette) : disc(mark.sectors[0] ?? null, r, { ...palette, hollow }, isLettered));
  if (mark.claimants.length > 0) parts.push(hatch(mark.claimants, r - (mark.sectors[0] === null ? 1.6 : 0.4)));
  if (disputed)
    parts.push(
      circle(
        0,
        0,
        r + 2.7,
        `fill="none" stroke="${palette.hairline}" stroke-width="${n(1.3 * Math.sqrt(palette.weight))}" stroke-dasharray="3 2.2"`,
      ),
    );
  mark.guests.forEach(({ tint, extent }, i) => {
    const [distance, size] = guestPlaces[extent];
    const angle = Math.PI / 4 + (i * Math.PI) / 2;
    const [x, y, small] = [Math.cos(angle) * distance * r, Math.sin(angle) * distance * r, size * r];
    parts.push(circle(x, y, small + 1.7, `fill="${palette.casing}"`), circle(x, y, small, rim(tint.colour, palette)));
    reach = Math.max(reach, Math.abs(x) + small + 2.2, Math.abs(y) + small + 2.2);
  });
  for (const index of mark.denied) {
    const angle = disputed ? sectorMiddle(index, mark.sectors.length) : SHOULDER;
    const [x, y] = [Math.cos(angle) * (outer + 1), Math.sin(angle) * (outer + 1)];
    parts.push(crossedRing(x, y, palette));
    reach = Math.max(reach, Math.abs(x) + 5.6, Math.abs(y) + 5.6);
  }
  if (disputed) {
    const [x, y] = [Math.cos(SHOULDER) * (outer + 1.6), Math.sin(SHOULDER) * (outer + 1.6)];
    parts.push(
      circle(x, y, 5.6, `fill="${palette.paper}" stroke="${palette.hairline}" stroke-width="${n(0.9 * palette.weight)}"`),
      initials(String(mark.sectors.length), x, y, 6.4, 9, palette.ink),
    );
    reach = Math.max(reach, x + 6.4);
  }
  return drawing(parts.join(''), reach);
}

function rim(colour: string, palette: Palette): string {
  return `fill="${colour}" stroke="${palette.hairline}" stroke-width="${n(0.9 * palette.weight)}"`;
}

function disc(tint: Tint | null, r: number, palette: Palette, lettered: boolean): string {
  if (tint === null) return circle(0, 0, r - 0.9, `fill="${palette.hollow}" stroke="${palette.unknown}" stroke-width="2"`);
  return (
    circle(0, 0, r, rim(tint.colour, palette)) + (lettered ? initials(tint.initials, 0, 0, r * 0.72, r * 1.62, inkOn(tint.colour)) : '')
  );
}

/** Equal sectors, the first at the upper left, onwards against the clock. */
function sectors(tints: readonly (Tint | null)[], r: number, palette: Palette): string {
  const step = (2 * Math.PI) / tints.length;
  const corner = (angle: number) => `${n(Math.cos(angle) * r)} ${n(Math.sin(angle) * r)}`;
  const slices = tints.map((tint, i) => {
    const start = SHOULDER - step * i;
    const d = `M0 0L${corner(start)}A${n(r)} ${n(r)} 0 ${step > Math.PI ? 1 : 0} 0 ${corner(start - step)}Z`;
    return `<path d="${d}" fill="${tint?.colour ?? palette.hollow}" stroke="${palette.casing}" stroke-width="1.1" stroke-linejoin="round"/>`;
  });
  return slices.join('') + circle(0, 0, r, `fill="none" stroke="${palette.hairline}" stroke-width="${n(0.9 * palette.weight)}"`);
}

function sectorMiddle(index: number, count: number): number {
  return SHOULDER - ((index + 0.5) * 2 * Math.PI) / count;
}

/** Diagonal strokes across a disc, the claimants in turn; chords instead of a clip path, so that the drawing holds no ids. */
function hatch(tints: readonly Tint[], r: number): string {
  const pace = Math.max(3.2, r * 0.42);
  const strokes: string[] = [];
  const count = Math.floor((r * 0.92) / pace);
  for (let i = -count; i <= count; i++) {
    const half = Math.sqrt(Math.max(0, r ** 2 - (Math.abs(i * pace) + pace * 0.25) ** 2));
    const at = (along: number) => `${n((i * pace + along) * Math.SQRT1_2)} ${n((i * pace - along) * Math.SQRT1_2)}`;
    const colour = tints[(i + count) % tints.length]!.colour;
    strokes.push(`<path d="M${at(-half)}L${at(half)}" stroke="${colour}" stroke-width="${n(pace * 0.52)}"/>`);
  }
  return strokes.join('');
}

function crossedRing(x: number, y: number, palette: Palette): string {
  const arm = 2.1;
  const cross = `M${n(x - arm)} ${n(y - arm)}L${n(x + arm)} ${n(y + arm)}M${n(x + arm)} ${n(y - arm)}L${n(x - arm)} ${n(y + arm)}`;
  return (
    circle(x, y, 4.6, `fill="${palette.paper}" stroke="${palette.denied}" stroke-width="1.1"`) +
    `<path d="${cross}" stroke="${palette.denied}" stroke-width="1.3" stroke-linecap="round"/>`
  );
}

function eventDrawing(mark: EventMark, palette: Palette): Drawing {
  const parts = [circle(0, 0, EVENT_RADIUS + 1.4, `fill="${palette.casing}"`)];
  if (mark.selected) parts.unshift(circle(0, 0, EVENT_RADIUS + 4, `fill="none" stroke="${palette.selected}" stroke-width="3.2"`));
  parts.push(circle(0, 0, EVENT_RADIUS, `fill="${palette.paper}" stroke="${palette.hairline}" stroke-width="${n(0.9 * palette.weight)}"`));
  if (mark.tint) parts.push(circle(0, 0, EVENT_RADIUS - 1.2, `fill="none" stroke="${mark.tint.colour}" stroke-width="1.7"`));
  parts.push(eventIcon(mark.event, palette.ink));
  return drawing(parts.join(''), EVENT_RADIUS + (mark.selected ? 6 : 2));
}
