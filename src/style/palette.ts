/** Every colour of the map and its marks, in one typed table for each look. */

/** `print` is for white paper and an office printer without colours. */
export const lookNames = ['light', 'dark', 'print'] as const;
export type Look = (typeof lookNames)[number];

export interface Palette {
  readonly look: Look;
  // the ground, from below
  readonly sea: string;
  /** The country that the map is about. */
  readonly land: string;
  readonly neighbour: string;
  /** Over the land, for ground whose status the map leaves open. */
  readonly disputedLand: string;
  readonly water: string;
  readonly river: string;
  readonly reliefOpacity: number;
  // lines of the ground
  readonly border: string;
  readonly province: string;
  readonly roadMain: string;
  readonly roadMinor: string;
  readonly roadCasing: string;
  // words of the ground
  readonly label: string;
  readonly labelQuiet: string;
  readonly labelWater: string;
  readonly labelRoad: string;
  readonly halo: string;
  // what is dated
  /** Names of places in claims. */
  readonly text: string;
  readonly textHalo: string;
  /** Around every mark, arrow and band. */
  readonly casing: string;
  /** Thin line at the edge of a party's colour. */
  readonly hairline: string;
  /** How much stronger than on a screen all thin lines are drawn: a factor. */
  readonly weight: number;
  /** Between the strokes of a hatched band. */
  readonly hatchGround: string;
  /** The ring of a place of which nothing is known, and the ground inside it. */
  readonly unknown: string;
  readonly hollow: string;
  readonly displacement: string;
  readonly changed: string;
  readonly selected: string;
  /** Roundels of incidents, and what is drawn in them. */
  readonly paper: string;
  readonly ink: string;
  readonly denied: string;
  /** For a party that names neither a colour nor an ally. */
  readonly otherParty: string;
}

const light: Palette = {
  look: 'light',
  sea: '#cbd8de',
  land: '#faf7f0',
  neighbour: '#ebe8df',
  disputedLand: '#e9dfca',
  water: '#bacfdb',
  river: '#aac4d2',
  reliefOpacity: 0.8,
  border: '#8a8377',
  province: '#c6bfb0',
  roadMain: '#dcb77c',
  roadMinor: '#e6d8bb',
  roadCasing: '#fffdf7',
  label: '#5b5850',
  labelQuiet: '#a49d8e',
  labelWater: '#6f93a6',
  labelRoad: '#98722f',
  halo: '#faf8f2',
  text: '#1d1c1a',
  textHalo: '#fffefb',
  casing: '#ffffff',
  hairline: '#26241f',
  weight: 1,
  hatchGround: '#ffffff',
  unknown: '#77736a',
  hollow: '#ffffff',
  displacement: '#7a3e9d',
  changed: '#26241f',
  selected: '#26241f',
  paper: '#ffffff',
  ink: '#26241f',
  denied: '#26241f',
  otherParty: '#cc79a7',
};

const dark: Palette = {
  look: 'dark',
  sea: '#10181f',
  land: '#2b2e31',
  neighbour: '#212427',
  disputedLand: '#3a352c',
  water: '#17242e',
  river: '#223541',
  reliefOpacity: 0.28,
  border: '#7d7b76',
  province: '#46484a',
  roadMain: '#6b5a3d',
  roadMinor: '#41403a',
  roadCasing: '#24272a',
  label: '#a8a69f',
  labelQuiet: '#73746f',
  labelWater: '#5b7c90',
  labelRoad: '#b39762',
  halo: '#22252a',
  text: '#f4f1ea',
  textHalo: '#17191c',
  casing: '#dedbd3',
  hairline: '#0d0f11',
  weight: 1,
  hatchGround: '#17191c',
  unknown: '#8d8a83',
  hollow: '#2b2e31',
  displacement: '#b583d6',
  changed: '#f4f1ea',
  selected: '#f4f1ea',
  paper: '#f4f1ea',
  ink: '#1b1d20',
  denied: '#1b1d20',
  otherParty: '#cc79a7',
};

/** Everything that is only there to be pleasant is gone; what is left is told apart in grey, and lines are strong enough for a second copy. */
const print: Palette = {
  look: 'print',
  sea: '#e8ebed',
  land: '#ffffff',
  neighbour: '#f3f3f3',
  disputedLand: '#ebebeb',
  water: '#dde2e5',
  river: '#b4bcc1',
  reliefOpacity: 0,
  border: '#4a4a4a',
  province: '#a3a3a3',
  roadMain: '#9c9c9c',
  roadMinor: '#cfcfcf',
  roadCasing: '#ffffff',
  label: '#262626',
  labelQuiet: '#5c5c5c',
  labelWater: '#566670',
  labelRoad: '#4a4a4a',
  halo: '#ffffff',
  text: '#000000',
  textHalo: '#ffffff',
  casing: '#ffffff',
  hairline: '#000000',
  weight: 1.6,
  hatchGround: '#ffffff',
  unknown: '#4a4a4a',
  hollow: '#ffffff',
  displacement: '#67298c',
  changed: '#000000',
  selected: '#000000',
  paper: '#ffffff',
  ink: '#000000',
  denied: '#000000',
  otherParty: '#cc79a7',
};

export const looks: Readonly<Record<Look, Palette>> = { light, dark, print };
