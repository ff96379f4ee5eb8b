/** Colours as people see them: CIELAB under D65, its difference formula of 2000, and what is left of a colour where a kind of cone is missing. */

export type Vision = 'everybody' | 'protanopia' | 'deuteranopia' | 'tritanopia';
export type Channels = readonly [number, number, number];

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear sRGB. */
const missing: Readonly<Record<Vision, readonly Channels[]>> = {
  everybody: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
export const visions = Object.keys(missing) as Vision[];

/** Red, green and blue, 0 to 1, of `#rrggbb`. */
export function channelsOf(colour: string): Channels {
  return [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255) as unknown as Channels;
}

/** What is painted where a colour lies over another with an opacity, as a screen mixes them. */
export function over(colour: Channels, opacity: number, ground: Channels): Channels {
  return colour.map((channel, i) => channel * opacity + ground[i]! * (1 - opacity)) as unknown as Channels;
}

/** CIELAB, white point D65, of a colour as somebody sees it. */
export function labOf(colour: Channels, vision: Vision = 'everybody'): Channels {
  const linear = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const seen = missing[vision].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, share, i) => sum + share * linear[i]!, 0),
      ),
    ),
  );
  const [r, g, b] = seen as unknown as Channels;
  const [x, y, z] = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ].map((t) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116)) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** ΔE of CIEDE2000 (Sharma, Wu and Dalal 2005), all weights 1. */
export function difference2000([l1, a1, b1]: Channels, [l2, a2, b2]: Channels): number {
  const degrees = (angle: number) => (angle * 180) / Math.PI;
  const sine = (angle: number) => Math.sin((angle * Math.PI) / 180);
  const cosine = (angle: number) => Math.cos((angle * Math.PI) / 180);
  const share = (chroma: number) => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const g = 0.5 * (1 - share((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [c1, c2] = [Math.hypot(a1 * (1 + g), b1), Math.hypot(a2 * (1 + g), b2)];
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (degrees(Math.atan2(b, a * (1 + g))) + 360) % 360);
  const [h1, h2] = [hue(a1, b1), hue(a2, b2)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const dL = l2 - l1;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * sine(turn / 2);
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  const h = isGrey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : ((h1 + h2 + 360) / 2) % 360;
  const t = 1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.2 * cosine(4 * h - 63);
  const sL = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sC = 1 + 0.045 * c;
  const sH = 1 + 0.015 * c * t;
  const rotation = -sine(60 * Math.exp(-(((h - 275) / 25) ** 2))) * 2 * share(c);
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH));
}
