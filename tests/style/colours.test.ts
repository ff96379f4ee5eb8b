import { describe, expect, test } from 'vitest';
import { looks, type Palette } from '../../src/style/palette';
import { tintOf } from '../../src/style/party';
import { fadeOf } from '../../src/style/scale';
import { strokeCoats } from '../../src/style/strokes/strokes';
import { syria } from '../geo/dossier';
import { channelsOf, difference2000, labOf, over, visions, type Channels } from './colour-vision';

/** Colours as they are painted, with opacity and ground, for people who lack a kind of cone and for a grey copy. */

/** Between colours of parties that can be enemies: ΔE of 2000 for every kind of vision, and ΔL* in grey. */
const LEAST_DIFFERENCE = 24.8;
const LEAST_GREY = 8;
/** The same for a trace one, two and three days past, which fades: that is meant, and this much of the difference is left. */
const LEAST_OF_TRACES = [14.4, 8.6, 4.6];
/** As strong as ground that is inferred is ever tinted. */
const INFERRED_OPACITY = 0.3;

const dossier = syria();
/** Allies share a hue on purpose, so each hue counts once. */
const hues = (palette: Palette) => [...new Set([...dossier.parties.keys()].map((party) => tintOf(party, dossier, palette).colour))];
const difference = (a: Channels, b: Channels) => Math.min(...visions.map((vision) => difference2000(labOf(a, vision), labOf(b, vision))));
const grey = (a: Channels, b: Channels) => Math.abs(labOf(a)[0] - labOf(b)[0]);
const pairs = <T>(list: readonly T[]) => list.flatMap((a, i) => list.slice(0, i).map((b) => [a, b] as const));

/** Everything that a mark can stand on. */
function groundsOf(palette: Palette): Channels[] {
  const [land, neighbour, sea] = [palette.land, palette.neighbour, palette.sea].map(channelsOf) as [Channels, Channels, Channels];
  const inferred = hues(palette).map((colour) => over(channelsOf(colour), INFERRED_OPACITY, land));
  return [land, neighbour, sea, channelsOf(palette.water), over(channelsOf(palette.disputedLand), 0.7, land), ...inferred];
}

test('the difference formula and the simulation are those that were published', () => {
  // Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 16, 25 and 34
  const published: readonly (readonly [Channels, Channels, number])[] = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ];
  for (const [a, b, expected] of published) expect(difference2000(a, b)).toBeCloseTo(expected, 4);
  // grey is seen as grey by everybody
  for (const vision of visions) for (const chroma of labOf([0.5, 0.5, 0.5], vision).slice(1)) expect(Math.abs(chroma)).toBeLessThan(0.05);
  // the scheme that is usual elsewhere fails: red and green for those who lack green cones
  const [red, green] = [labOf(channelsOf('#b22222'), 'deuteranopia'), labOf(channelsOf('#4f7942'), 'deuteranopia')];
  expect(difference2000(red, green)).toBeLessThan(LEAST_DIFFERENCE);
});

describe.each(Object.values(looks))('in the $look look', (palette) => {
  const colours = hues(palette).map(channelsOf);
  const grounds = groundsOf(palette);

  test('parties that can be enemies are told apart by everybody, and on a grey copy', () => {
    expect(colours.length).toBe(6);
    for (const [a, b] of pairs(colours)) {
      expect(difference(a, b)).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
      expect(grey(a, b)).toBeGreaterThanOrEqual(LEAST_GREY);
    }
  });

  test('a mark or an arrow stands out from every ground, by its colour, its casing or its hairline', () => {
    const edges = [channelsOf(palette.casing), channelsOf(palette.hairline)];
    for (const ground of grounds)
      for (const colour of colours) {
        const shades = [colour, ...edges];
        expect(Math.max(...shades.map((shade) => difference(shade, ground)))).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
        expect(Math.max(...shades.map((shade) => grey(shade, ground)))).toBeGreaterThanOrEqual(LEAST_GREY);
      }
  });

  test('displacement, the ring of the unknown and the names stand out from every ground', () => {
    for (const ground of grounds.slice(0, 5))
      for (const colour of [palette.displacement, palette.unknown, palette.text].map(channelsOf)) {
        expect(difference(colour, ground)).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
        expect(grey(colour, ground)).toBeGreaterThanOrEqual(LEAST_GREY);
      }
  });

  test('hatching stands out from what is between its strokes', () => {
    const [stroke, between] = [channelsOf(palette.displacement), channelsOf(palette.hatchGround)];
    expect(difference(stroke, between)).toBeGreaterThanOrEqual(40);
    expect(grey(stroke, between)).toBeGreaterThanOrEqual(40);
  });

  test('traces of enemies fade by age and by no more', () => {
    const casing = strokeCoats(palette).find(({ forms, fades }) => forms[0] === 'trace' && fades)!;
    for (const [i, least] of LEAST_OF_TRACES.entries()) {
      const fade = fadeOf(i + 1);
      const painted = (colour: Channels, ground: Channels) =>
        over(colour, fade, over(channelsOf(palette.casing), casing.opacity * fade, ground));
      for (const ground of grounds.slice(0, 5))
        for (const [a, b] of pairs(colours)) expect(difference(painted(a, ground), painted(b, ground))).toBeGreaterThanOrEqual(least);
    }
  });
});
