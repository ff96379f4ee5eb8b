/** Stage 6: NOAA's ETOPO5 grid, upsampled in Web Mercator, as a soft hillshade on land only. */
import fs from 'node:fs';
import { NetCDFReader } from 'netcdfjs';
import sharp from 'sharp';
import { debian } from './packages.mjs';
import { polygonsOf } from './shapes.mjs';

const BOX = [31, 28.5, 46.5, 40.5];
const WIDTH = 960;
/** The grid: 4,320 × 2,161 from 0° E, 90° S, every 5 minutes of arc, in metres. */
const [ACROSS, UP, PER_DEGREE] = [4320, 2161, 12];
/** The sea is no deeper than this, so that coasts cast no shadow. */
const DEEPEST_M = -450;
const EXAGGERATION = 16;
/** Directions that light comes from, and how much. */
const LIGHTS = [
  [-0.7, 0.7, 0.55],
  [-1, 0, 0.25],
  [0, 1, 0.2],
];
const FADE_PX = 90;
const SHADE = [86, 74, 58];
const GLOW = [255, 253, 247];

const mercatorY = (latitude) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
const latitudeOf = (y) => ((2 * Math.atan(Math.exp(y)) - Math.PI / 2) * 180) / Math.PI;
const [west, south, east, north] = BOX;
const HEIGHT = Math.round((WIDTH * (mercatorY(north) - mercatorY(south))) / (((east - west) * Math.PI) / 180));

/** Writes the picture, and beside it its corners for MapLibre. `countries` is the land. */
export async function relief(countries, folder) {
  const pixels = shaded(heights(), await landMask(countries));
  await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } })
    .webp({ quality: 25, alphaQuality: 72, effort: 6 })
    .toFile(`${folder}/relief.webp`);
  const coordinates = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  fs.writeFileSync(`${folder}/relief.json`, JSON.stringify({ coordinates }));
}

/** Heights in metres, one a pixel, by a cubic B-spline. */
function heights() {
  const file = debian('ferret-datasets', 'ferret-vis/data/etopo5.cdf');
  const grid = new NetCDFReader(fs.readFileSync(file)).getDataVariable('ROSE');
  const cell = (i, j) => Math.max(grid[Math.min(UP - 1, Math.max(0, j)) * ACROSS + (((i % ACROSS) + ACROSS) % ACROSS)], DEEPEST_M);
  const weights = (t) =>
    [-(t ** 3) + 3 * t * t - 3 * t + 1, 3 * t ** 3 - 6 * t * t + 4, -3 * t ** 3 + 3 * t * t + 3 * t + 1, t ** 3].map((v) => v / 6);
  const z = new Float32Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    const latitude = latitudeOf(mercatorY(north) - ((mercatorY(north) - mercatorY(south)) * (y + 0.5)) / HEIGHT);
    const gy = (latitude + 90) * PER_DEGREE;
    const j = Math.floor(gy);
    const wy = weights(gy - j);
    for (let x = 0; x < WIDTH; x++) {
      const gx = (west + ((east - west) * (x + 0.5)) / WIDTH) * PER_DEGREE;
      const i = Math.floor(gx);
      const wx = weights(gx - i);
      for (let b = 0; b < 4; b++) for (let a = 0; a < 4; a++) z[y * WIDTH + x] += wy[b] * wx[a] * cell(i + a - 1, j + b - 1);
    }
  }
  return z;
}

/** One byte a pixel, 255 on land. */
async function landMask(countries) {
  const toX = (longitude) => (((longitude - west) / (east - west)) * WIDTH).toFixed(1);
  const toY = (latitude) => (((mercatorY(north) - mercatorY(latitude)) / (mercatorY(north) - mercatorY(south))) * HEIGHT).toFixed(1);
  const path = countries.features
    .flatMap((feature) => polygonsOf(feature.geometry))
    .map(([ring]) => 'M' + ring.map(([longitude, latitude]) => `${toX(longitude)} ${toY(latitude)}`).join('L') + 'Z')
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><path fill="#fff" d="${path}"/></svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#000' }).greyscale().raw().toBuffer();
}

/** Shade and glow as RGBA, faded towards the picture's edges. */
function shaded(z, mask) {
  const rgba = Buffer.alloc(WIDTH * HEIGHT * 4);
  const metres = ((east - west) / WIDTH) * 111320 * Math.cos((35 * Math.PI) / 180);
  for (let y = 1; y < HEIGHT - 1; y++)
    for (let x = 1; x < WIDTH - 1; x++) {
      const k = y * WIDTH + x;
      const gx = ((z[k + 1] - z[k - 1]) / (2 * metres)) * EXAGGERATION;
      const gy = ((z[k - WIDTH] - z[k + WIDTH]) / (2 * metres)) * EXAGGERATION;
      const norm = Math.hypot(gx, gy, 1);
      // above zero where the slope faces the light, which stands in the north-west
      const light = LIGHTS.reduce((sum, [lx, ly, weight]) => sum - (weight * (lx * gx + ly * gy)) / norm, 0);
      const edge = Math.min(1, x / FADE_PX, (WIDTH - x) / FADE_PX, y / FADE_PX, (HEIGHT - y) / FADE_PX);
      const strength = light < 0 ? 150 * Math.min(1, -light) ** 1.15 : 120 * light;
      rgba.set([...(light < 0 ? SHADE : GLOW), (strength * edge * mask[k]) / 255], k * 4);
    }
  return rgba;
}
