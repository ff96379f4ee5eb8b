import { describe, expect, test } from 'vitest';
import { embedOf, filesOf, withCard, withFiles, withTrusted, type Card } from '../../src/formats/site-page';

const page = `<!doctype html>
<html lang="en" dir="ltr">
  <head>
    <meta name="description" content="A map." />
    <title>Claimline</title>
    <script type="application/json" id="dossier"></script>
  </head>
  <body></body>
</html>
`;
const card: Card = { title: 'A title', description: 'Words.', language: 'en', address: null, picture: null };
const hostile = `</script></title><script>alert("$& $1 $\`")</script><!-- 'x' & "y"`;
/** Elements that a browser would run or leave its place for. */
const elements = (html: string) => [...html.matchAll(/<(\/?[a-z]+|!--)/gi)].map(([, name]) => name);

describe('the files that a page opens', () => {
  test('are read as they were listed, and none where nothing is listed', () => {
    const files = { 'dossier.json': './assets/dossier-1.json', 'logo.svg': 'data:image/svg+xml;base64,PHN2Zy8+' };
    expect(filesOf(withFiles(page, files))).toEqual(files);
    expect(filesOf(page)).toEqual({});
    expect(() => filesOf('<html></html>')).toThrow('no list');
  });

  test('can be listed anew', () => {
    expect(filesOf(withFiles(withFiles(page, { a: '1' }), { b: '$&' }))).toEqual({ b: '$&' });
  });

  test('end the list with nothing that they hold', () => {
    const listed = withFiles(page, { [hostile]: hostile });
    expect(elements(listed)).toEqual(elements(page));
    expect(filesOf(listed)).toEqual({ [hostile]: hostile });
  });
});

describe('the origins that a page trusts', () => {
  const held = page.replace('<title>', `<meta content="connect-src 'self'; font-src 'self' blob:; img-src 'self'" /><title>`);
  test('are in its policy for files and fonts, and in the page itself; none of it without any', () => {
    const html = withTrusted(held, ['https://a.example', 'http://localhost:8000']);
    expect(html).toContain(
      "connect-src 'self' https://a.example http://localhost:8000; font-src 'self' blob: https://a.example http://localhost:8000; img-src 'self'\"",
    );
    expect(html).toContain('<meta id="claimline-trusted" content="https://a.example http://localhost:8000" />');
    expect(withTrusted(html, [])).toBe(held);
    expect(withTrusted(html, ['https://b.example'])).not.toContain('a.example');
  });

  test('cannot be had by a page without a policy', () => {
    expect(() => withTrusted(page, ['https://a.example'])).toThrow('lacks');
  });
});

describe('a card', () => {
  test('is the title, the description and the tags that sites read', () => {
    const picture = { address: 'https://example.org/a/preview.png', words: 'Homs' };
    const html = withCard(page, { ...card, address: 'https://example.org/a/', picture });
    expect(html).toContain('<title>A title · Claimline</title>');
    expect(html).toContain('<meta name="description" content="Words." />');
    expect(html).toContain('<meta property="og:url" content="https://example.org/a/" />');
    expect(html).toContain('<meta property="og:image" content="https://example.org/a/preview.png" />');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image" />');
  });

  test('says nothing of an address or a picture that there is not', () => {
    const html = withCard(page, card);
    expect(html).not.toMatch(/og:(url|image)/);
    expect(html).toContain('<meta name="twitter:card" content="summary" />');
  });

  test('of a hostile title adds nothing that runs', () => {
    const harmless = withCard(page, card);
    expect(elements(withCard(page, { ...card, title: hostile, description: hostile }))).toEqual(elements(harmless));
  });
});

test('an embed is the same page, marked, and not for searches', () => {
  expect(embedOf(page)).toContain('<html data-embed lang="en"');
  expect(embedOf(page)).toContain('<meta name="robots" content="noindex" />');
  expect(() => embedOf('<title></title>')).toThrow('lacks');
});
