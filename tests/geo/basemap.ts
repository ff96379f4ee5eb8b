import { readFileSync } from 'node:fs';
import { readBasemap } from '../../src/style/read-basemap';

const read = (name: string) => readFileSync(`geo/base/${name}`, 'utf8');

/** The embedded basemap. */
export const basemap = readBasemap(read('levant.topo.json'), read('relief.json'), 'relief.webp');
