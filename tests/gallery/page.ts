import type { Picture } from './sheets';

/** The gallery as one HTML file that needs nothing beside it. */

export interface Shown {
  readonly picture: Picture;
  readonly png: Uint8Array;
}

export function galleryPage(shown: readonly Shown[]): string {
  const figures = shown.map(({ picture: { name, look, language }, png }) => {
    const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    return `<figure id="${name}" data-look="${look}"><figcaption>${name}</figcaption><img alt="${name}" src="${address}" lang="${language}"></figure>`;
  });
  const links = shown.map(({ picture: { name } }) => `<a href="#${name}">${name}</a>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Claimline: gallery of marks</title>
<style>
body { margin: 2rem; font: 15px/1.5 system-ui, sans-serif; background: #e9e9e6; color: #1d1c1a; }
nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; }
figure { margin: 2rem 0; }
figcaption { font-weight: 600; }
img { max-width: 100%; border: 1px solid #999; }
</style>
<h1>Every mark, arrow and band</h1>
<p>A drawing exercise: its places, parties and events are invented. The map itself drew it.</p>
<nav>${links.join('\n')}</nav>
${figures.join('\n')}
</html>
`;
}
