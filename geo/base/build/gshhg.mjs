/** Borders, rivers and lakes out of the binned netCDF files of GSHHG and the World Data Bank II. */
import h5wasm from 'h5wasm/node';
import * as turf from '@turf/turf';
import { debian } from './packages.mjs';
import { inBox, NEAR } from './shapes.mjs';

/** The segments near the map and the file's columns; `points(n)` reads a segment's first n points. */
async function readBins(fileName) {
  await h5wasm.ready;
  const file = new h5wasm.File(debian('gmt-gshhg-full', `gmt-gshhg/${fileName}`), 'r');
  const column = (name) => file.get(name).value;
  const size = column('Bin_size_in_minutes')[0] / 60;
  const across = column('N_bins_in_360_longitude_range')[0];
  const first = column('Id_of_first_segment_in_a_bin');
  const count = column('N_segments_in_a_bin');
  const start = column('Id_of_first_point_in_a_segment');
  const dx = column('Relative_longitude_from_SW_corner_of_bin');
  const dy = column('Relative_latitude_from_SW_corner_of_bin');
  // unsigned 16 bit fractions of a bin
  const offset = (value) => ((value & 0xffff) / 65535) * size;
  const segments = [];
  for (let bin = 0; bin < first.length; bin++) {
    const west = (bin % across) * size;
    const south = 90 - (Math.floor(bin / across) + 1) * size;
    if (!inBox([west, south], [NEAR[0] - size, NEAR[1] - size, NEAR[2], NEAR[3]])) continue;
    const pointAt = (k) => [+(west + offset(dx[k])).toFixed(5), +(south + offset(dy[k])).toFixed(5)];
    for (let s = first[bin]; s < first[bin] + count[bin]; s++)
      segments.push({ s, points: (n) => Array.from({ length: n }, (_, i) => pointAt(start[s] + i)) });
  }
  return { segments, column };
}

/** National borders as lists of points. */
export async function borders() {
  const { segments, column } = await readBins('binned_border_f.nc');
  const length = column('N_points_for_a_segment');
  return segments.map(({ s, points }) => points(length[s]));
}

/** River pieces of the four upper levels. */
export async function rivers() {
  const { segments, column } = await readBins('binned_river_f.nc');
  const length = column('N_points_for_a_segment');
  const level = column('Hierarchial_level_of_a_segment');
  return segments
    .filter(({ s }) => length[s] > 1 && level[s] <= 4)
    .map(({ s, points }) => turf.lineString(points(length[s]), { level: level[s] }));
}

/** The lakes that hold one of the seed points, of those that lie within one bin. */
export async function lakes(seeds) {
  const { segments, column } = await readBins('binned_GSHHS_f.nc');
  const info = column('Embedded_npts_levels_exit_entry_for_a_segment');
  return segments
    .filter(({ s }) => (info[s] & 0x1ff) === ((2 << 6) | (4 << 3) | 4))
    .map(({ s, points }) => {
      const ring = points(info[s] >>> 9);
      return turf.polygon([[...ring, ring[0]]]);
    })
    .filter((lake) => seeds.some((seed) => turf.booleanPointInPolygon(seed, lake)));
}
