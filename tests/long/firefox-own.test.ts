import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { Firefox, findFirefox } from '../e2e/firefox';
import { startSite } from '../e2e/open';

/** In Firefox too a table is dropped, answered and brought in, and what is downloaded is dropped again. */

const firefox = findFirefox();
if (!firefox) console.warn('Skipped: own files in Firefox. There is none here, or no display and no xvfb-run.');

test.skipIf(!firefox)('a table becomes a dossier, and the dossier a map, in Firefox', async () => {
  const site = await startSite();
  const fox = await Firefox.start(firefox!);
  try {
    await fox.open(site.address);
    await fox.find('[data-shown]');
    const drop = (name: string, bytes: Buffer) =>
      fox.run(
        `const dataTransfer = new DataTransfer();
         const content = Uint8Array.from(atob(arguments[1]), (letter) => letter.charCodeAt(0));
         dataTransfer.items.add(new File([content], arguments[0]));
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));`,
        name,
        bytes.toString('base64'),
      );
    const click = (selector: string) => fox.run('document.querySelector(arguments[0]).click()', selector);

    await drop(
      'control.csv',
      Buffer.from('Place;Date;Holder;Status;Source\nPalmyra;05/12/2024;HTS;captured;SOHR\nAtlantis;06/12/2024;HTS;held;SOHR'),
    );
    await fox.find('[data-import="order"] input');
    await click('[data-import="order"] input');
    await fox.run(
      `const field = document.querySelector('[data-import="published"]');
       field.value = '2024-12-31';
       field.dispatchEvent(new Event('input', { bubbles: true }));
       field.dispatchEvent(new Event('change', { bubbles: true }));`,
    );
    await fox.find('[data-import-count="2 1 1"]');
    await fox.find('[data-import="go"]:not(:disabled)');
    await click('[data-import="go"]');
    await fox.find('[data-import-notice]');
    await click('[data-import="zip"]');
    // Firefox writes beside the file until it is whole
    const downloads = () => (existsSync(fox.downloads) ? readdirSync(fox.downloads) : []);
    await expect.poll(() => downloads().map((name) => name.split('.').at(-1))).toEqual(['zip']);
    const [zip] = downloads();
    const bytes = readFileSync(join(fox.downloads, zip!));
    expect(Object.keys(unzipSync(bytes))).toContain('syria-2024/claims.csv');

    await fox.open('about:blank');
    await fox.open(site.address);
    await fox.find('[data-shown]');
    await drop(zip!, bytes);
    await fox.find('[data-own-notice]');
    await fox.find('[data-shown]');
    expect(await fox.run<string>('return document.title')).toContain('syria-2024');
  } finally {
    await fox.close();
    await site.close();
  }
});
