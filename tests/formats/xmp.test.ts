import { expect, test } from 'vitest';
import { pngTexts, xmpOf } from '../../src/formats/xmp';

const about = {
  title: 'Who “holds” <Homs> & why?',
  description: 'في حمص\u0000 "خلاف"',
  credit: '© OpenStreetMap',
  licence: 'MIT',
  date: '2026-11-22',
  language: 'ar',
  program: 'Claimline 1',
};

test('what a picture says of itself is markup whatever it says', () => {
  const xmp = xmpOf(about);
  expect(xmp).toContain('Who “holds” &lt;Homs&gt; &amp; why?');
  expect(xmp).toContain('في حمص &quot;خلاف&quot;');
  expect(xmp).not.toContain('\u0000');
  expect(xmp.match(/<(?=[a-zA-Z])/g)!.length).toBe(xmp.match(/<\//g)!.length);
  expect(xmp).toContain('photoshop:DateCreated="2026-11-22"');
});

test('its keywords say the same', () => {
  expect(pngTexts(about)).toMatchObject({ Title: about.title, Copyright: 'MIT', 'Creation Time': '2026-11-22', Software: 'Claimline 1' });
});
