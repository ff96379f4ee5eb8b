import { describe, expect, test } from 'vitest';
import type { Extent } from '../../src/core/model';
import type { ControlMark, EventMark, Rank } from '../../src/style/mark';
import { markSvg } from '../../src/style/marks';
import { looks } from '../../src/style/palette';
import { inkOn, luminance, type Tint } from '../../src/style/party';
import { drawing, initials, n, svgUrl } from '../../src/style/svg';

const tint = (party: string, colour: string): Tint => ({ party, colour, initials: party.toUpperCase() });
const [g, h, k, t] = [tint('g', '#D55E00'), tint('hts', '#0072B2'), tint('k', '#F0E442'), tint('t', '#56B4E9')];
const control = (part: Partial<ControlMark>): ControlMark => ({
  kind: 'control',
  rank: 'city',
  sectors: [g],
  claimants: [],
  guests: [],
  denied: [],
  changed: false,
  selected: false,
  ...part,
});
const guest = (extent: Exclude<Extent, 'held'>) => ({ guests: [{ tint: h, extent }] });

/** One mark for each thing that the grammar tells apart. */
const grammar: Readonly<Record<string, ControlMark | EventMark>> = {
  held: control({}),
  'held by another': control({ sectors: [h] }),
  'two positions': control({ sectors: [g, h] }),
  'three positions': control({ sectors: [g, h, k] }),
  'one position unknown': control({ sectors: [null, h] }),
  'claimed, holder before': control({ claimants: [h] }),
  'claimed, nobody before': control({ sectors: [null], claimants: [h] }),
  entered: control(guest('entered')),
  parts: control(guest('parts')),
  outskirts: control(guest('outskirts')),
  'entered, holder unknown': control({ sectors: [null], ...guest('entered') }),
  denied: control({ denied: [0] }),
  'one side of a dispute denied': control({ sectors: [g, h], denied: [1] }),
  changed: control({ changed: true }),
  selected: control({ selected: true }),
  unknown: control({ sectors: [null] }),
  town: control({ rank: 'town' }),
  village: control({ rank: 'village' }),
  area: control({ rank: 'area' }),
  ...Object.fromEntries(
    (['strike', 'damage', 'casualties', 'statement', 'arrival', 'coming', 'leaving'] as const).map((event) => [
      event,
      { kind: 'event' as const, event, tint: null, selected: false },
    ]),
  ),
};
const slices = (svg: string) => [...svg.matchAll(/<path d="M0 0L[^"]*Z" fill="(#[0-9a-f]{6})"/gi)].map((match) => match[1]);

describe.each(Object.values(looks))('in the $look look', (palette) => {
  test('everything that the grammar tells apart is drawn apart', () => {
    const drawn = new Map(Object.entries(grammar).map(([name, mark]) => [markSvg(mark, palette).svg, name]));
    expect(drawn.size).toBe(Object.keys(grammar).length);
  });

  test('every drawing is square, holds its anchor in the middle, and no number in it is lost', () => {
    for (const mark of Object.values(grammar)) {
      const { svg, size } = markSvg(mark, palette);
      expect(svg).toContain(`width="${size}" height="${size}" viewBox="${-size / 2} ${-size / 2} ${size} ${size}"`);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
      // ids would clash where several drawings stand on one page, and fonts are not seen by an image
      expect(svg).not.toMatch(/ id=|<text|url\(/);
    }
  });

  test('a dispute has as many equal sectors as positions, in the colours of the positions', () => {
    for (const sectors of [
      [g, h],
      [g, h, k],
      [g, h, k, t],
    ]) {
      const { svg } = markSvg(control({ sectors }), palette);
      expect(slices(svg)).toEqual(sectors.map(({ colour }) => colour));
      expect(svg).toContain('stroke-dasharray');
    }
    expect(slices(markSvg(control({}), palette).svg)).toEqual([]);
  });

  test('what is hatched shows the holder before and the claimant', () => {
    const { svg } = markSvg(control({ claimants: [h] }), palette);
    expect(svg).toContain(`fill="${g.colour}"`);
    expect(svg).toContain(`stroke="${h.colour}"`);
  });

  test('an unknown holder has no party colour', () => {
    const { svg } = markSvg(control({ sectors: [null] }), palette);
    for (const { colour } of [g, h, k, t]) expect(svg).not.toContain(colour);
    expect(svg).toContain(palette.unknown);
  });
});

test('a mark is bigger the higher its place ranks', () => {
  const sizes = (['city', 'town', 'village', 'area'] as Rank[]).map((rank) => markSvg(control({ rank }), looks.light).size);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});

test('initials are paths, fit their width, and are left out where nobody could read them', () => {
  expect(initials('HTS', 0, 0, 8, 20, '#000')).toMatch(/^<g fill="#000">(<path [^>]*\/>){3}<\/g>$/);
  expect(initials('HTS', 0, 0, 8, 4, '#000')).toBe('');
  expect(initials('', 0, 0, 8, 20, '#000')).toBe('');
  expect(initials('<b>', 0, 0, 8, 20, '#000')).toBe('');
});

test('letters on a colour are black or white, whichever differs more', () => {
  expect(luminance('#ffffff')).toBeCloseTo(1);
  expect(luminance('#000000')).toBe(0);
  expect(inkOn('#F0E442')).toBe('#14120f');
  expect(inkOn('#0072B2')).toBe('#ffffff');
});

test('a drawing becomes an address that an image can load under a strict policy', () => {
  expect(svgUrl(drawing('<g/>', 3.2).svg)).toMatch(/^data:image\/svg\+xml,%3Csvg/);
  expect([n(-0.001), n(1 / 3)]).toEqual(['0', '0.33']);
});
