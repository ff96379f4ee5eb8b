import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { openBrowser } from '../../src/cli/browser';
import { drawn } from './draw';
import { compact } from './png';
import { galleryPage, type Shown } from './page';
import { sheets } from './sheets';

/**
 * `npm run gallery`: every mark, arrow and band as readers get them, on one page. After `--`: `--update` makes these the golden pictures,
 * `--golden` draws no others, `--only NAME` draws one sheet.
 */

const golden = 'tests/golden';
const out = 'dist/gallery';
const isUpdate = process.argv.includes('--update');
const isQuick = process.argv.includes('--golden');
const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = sheets().filter(({ name }) => !process.argv.includes('--only') || name === only);
mkdirSync(out, { recursive: true });
mkdirSync(golden, { recursive: true });
if (isUpdate && !process.argv.includes('--only'))
  for (const name of readdirSync(golden)) if (name.endsWith('.png')) rmSync(`${golden}/${name}`);

const { browser } = await openBrowser();
const shown: Shown[] = [];
try {
  for await (const { picture, png } of drawn(wanted, browser, 'dist/page', `${out}/dossiers`, ({ isGolden }) => isGolden || !isQuick)) {
    const small = compact(png);
    shown.push({ picture, png: small });
    writeFileSync(`${out}/${picture.name}.png`, small);
    if (isUpdate && picture.isGolden) writeFileSync(`${golden}/${picture.name}.png`, small);
    process.stderr.write(`${picture.name}: ${Math.round(small.length / 1000)} kB\n`);
  }
} finally {
  await browser.close();
}
writeFileSync(`${out}/index.html`, galleryPage(shown));
process.stdout.write(`${out}/index.html\n`);
