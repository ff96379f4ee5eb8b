import { expect, test } from 'vitest';
import { iframeSnippet, scriptSnippet } from '../../src/formats/embed-snippet';

const view = {
  address: 'https://maps.example.org/syria/embed.html?controls=none#day=2024-12-05&sel=control:homs',
  page: 'https://maps.example.org/syria/index.html#day=2024-12-05',
  title: 'Syria, 5 December 2024',
};
const hostile = { ...view, title: '"><script>alert(1)</script>' };

test('an iframe has a title, loads when it is seen, and may do as little as works', () => {
  const snippet = iframeSnippet(view, false);
  expect(snippet).toContain('title="Syria, 5 December 2024"');
  expect(snippet).toContain('loading="lazy"');
  expect(snippet).toContain('sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"');
  expect(snippet).toContain('embed.html?controls=none#day=2024-12-05&amp;sel=control:homs"');
  expect(iframeSnippet(view, true)).toContain('allow-downloads');
});

test('a script fills a link, from beside the embed', () => {
  expect(scriptSnippet(view)).toContain('<script src="https://maps.example.org/syria/claimline-embed.js" async></script>');
  expect(scriptSnippet(view)).toContain('<a href="https://maps.example.org/syria/index.html#day=2024-12-05">Syria, 5 December 2024</a>');
});

test.each([iframeSnippet(hostile, true), scriptSnippet(hostile)])('a hostile title stays a title: %s', (snippet) => {
  expect(snippet).not.toContain('<script>');
  expect(snippet).toContain('&quot;&gt;&lt;script&gt;');
});
