import { escaped } from '../core/xml';

/** The lines of HTML that put a view into an article. Pure. */

/** A view to be embedded. */
export interface EmbeddedView {
  /** The address of `embed.html`, whole, with its controls and its view. */
  readonly address: string;
  /** The same view on the page with everything, for readers without scripts. */
  readonly page: string;
  readonly title: string;
}

/**
 * What an embed may do in an article, and no more: run (its own origin is what its files and workers come from), and open the whole map and sources in
 * tabs of their own. It can neither lead the article elsewhere nor ask anything of its reader.
 */
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** As an `<iframe>`, which needs no script in the article. One that exports pictures may also save them. */
export function iframeSnippet({ address, title }: EmbeddedView, saves: boolean): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" loading="lazy"` +
    ` sandbox="${sandbox}${saves ? ' allow-downloads' : ''}" style="width:100%;aspect-ratio:16/10;min-height:30rem;border:0"></iframe>`
  );
}

/** As a `<div>` that `claimline-embed.js` fills; until then, and without scripts, it is a link. */
export function scriptSnippet({ address, page, title }: EmbeddedView): string {
  const script = new URL('claimline-embed.js', address).href;
  return (
    `<div data-claimline="${escaped(address)}"><a href="${escaped(page)}">${escaped(title)}</a></div>\n` +
    `<script src="${escaped(script)}" async></script>`
  );
}
