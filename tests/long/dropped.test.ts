import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { textsOf, withTexts } from '../../src/formats/png';
import { MEMORY, type Memory } from '../../src/view/memory';
import { drop } from '../e2e/dropped';
import { shows } from '../e2e/open';
import { closeDialog, saved } from '../e2e/saved';
import { drawnPage as page } from '../e2e/site';
import { mulberry32 } from '../bench/many-claims';

/** Ten thousand mutilated pictures, dropped on the page one after another: it says what is wrong with each, and works as before. `DROPPED=500` drops fewer. */

const COUNT = Number(process.env['DROPPED'] ?? 10_000);
const AT_ONCE = 250;
const MOST_GROWTH_MB = 40;

test('ten thousand mutilated PNGs do no harm', async () => {
  const it = await page('day=2024-12-05&known=now&size=900x700&sel=control:homs', { viewport: { width: 1000, height: 640 } });
  const { bytes: whole } = await saved(it);
  await closeDialog(it);
  const memory = JSON.parse(textsOf(whole).get(MEMORY)!) as Memory;
  // what it remembers in a picture of four pixels
  const small = withTexts(PNG.sync.write(new PNG({ width: 2, height: 2 })), Object.fromEntries(textsOf(whole)));
  const { state } = await drop(it, 'whole.png', small);
  expect(state).toBe('done');

  const chance = mulberry32(11);
  const below = (count: number) => Math.floor(chance() * count);
  const spoilt = (text: string): string => {
    const at = below(text.length);
    return [
      text.slice(0, at),
      text.slice(0, at) + '\u0000' + text.slice(at),
      text.replace(/"[a-z]+"/, '"__proto__"'),
      text.replace(/\d+/, '9'.repeat(1 + below(400))),
      text.replace(memory.view, `day=${'%'.repeat(below(50))}&c=NaN,Infinity,1e999&size=0x0&sel=<img src=x onerror=alert(1)>`),
      '['.repeat(1 + below(100_000)),
    ][below(6)]!;
  };
  const mutilated = (): Uint8Array => {
    const copy = Uint8Array.from(small);
    switch (below(6)) {
      case 0: // some bytes are others
        for (let i = 1 + below(8); i > 0; i--) copy[below(copy.length)] = below(256);
        return copy;
      case 1: // cut off
        return copy.subarray(0, below(copy.length));
      case 2: // a length that is not so
        new DataView(copy.buffer).setUint32(33 + below(200), below(2 ** 32));
        return copy;
      case 3: {
        // a piece twice
        const [from, to] = [below(copy.length), below(copy.length)];
        return Buffer.concat([copy.subarray(0, to), copy.subarray(Math.min(from, to))]);
      }
      default: // a sound file whose memory is not
        return withTexts(small, { [MEMORY]: spoilt(JSON.stringify(memory)) });
    }
  };

  const session = await it.context().newCDPSession(it);
  const heapMB = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
  };
  let after = 0;
  const told = { done: 0, failed: 0 };
  for (let made = 0; made < COUNT; made += AT_ONCE) {
    const files = Array.from({ length: AT_ONCE }, () => Buffer.from(mutilated()).toString('base64'));
    const states = await it.evaluate(async (files) => {
      const states: string[] = [];
      const ofDialog = () => document.querySelector('[data-reopen-state]')?.getAttribute('data-reopen-state');
      for (const [i, base64] of files.entries()) {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], `${i}.png`));
        const before = document.querySelector('[data-reopen-state]');
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        const latest = performance.now() + 30_000;
        // another dialog for each file
        while (document.querySelector('[data-reopen-state]') === before || !['done', 'failed'].includes(ofDialog() ?? '')) {
          if (performance.now() > latest) return [...states, `nothing was said of file ${i}`];
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
        states.push(ofDialog()!);
      }
      return states;
    }, files);
    for (const state of states) {
      expect(['done', 'failed']).toContain(state);
      told[state as keyof typeof told]++;
    }
    if (made === AT_ONCE) after = await heapMB();
  }
  const end = await heapMB();
  process.stdout.write(
    `${told.failed} refused, ${told.done} opened; ${after.toFixed(1)} MB soon after the beginning, ${end.toFixed(1)} MB at the end\n`,
  );
  expect(told.failed).toBeGreaterThan(COUNT / 2);
  expect(end - after).toBeLessThan(MOST_GROWTH_MB);
  // and it works as before
  expect((await drop(it, 'whole.png', small)).state).toBe('done');
  await closeDialog(it);
  await shows(it, '2024-12-05');
  expect((await saved(it)).bytes.equals(whole)).toBe(true);
});
