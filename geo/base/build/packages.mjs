/** Where the data comes from: npm packages declared in package.json, and two Debian packages that are unpacked, not installed. */
import fs from 'node:fs';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DEBIAN = { 'ferret-datasets': '7.6.0-5', 'gmt-gshhg-full': '2.3.7-6' };

/** Kept between builds; remove it for a cold one. */
export const CACHE = `${HERE}cache`;
/** The geo folder, which the results go into. */
export const GEO = fileURLToPath(new URL('../../', import.meta.url));

export const readJson = (path) => JSON.parse(fs.readFileSync(path, 'utf8'));

/** Path of a file of an npm package. */
export const npm = (path) => `${HERE}node_modules/${path}`;

/** Path of a file below usr/share of a Debian package, which is downloaded with apt when it is first asked for. */
export function debian(name, path) {
  const folder = `${CACHE}/deb/${name}`;
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(folder, { recursive: true });
    execFileSync('apt-get', ['download', '-qq', `${name}=${DEBIAN[name]}`], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const archive = fs.readdirSync(folder).find((file) => file.endsWith('.deb'));
    execFileSync('dpkg-deb', ['-x', `${folder}/${archive}`, folder]);
  }
  return `${folder}/usr/share/${path}`;
}
