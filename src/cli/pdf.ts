import type { Browser } from 'playwright-core';
import { inComments } from '../formats/remembered';

/** An SVG as a PDF of one page. */

/** Width and height in millimetres. */
export type PageSize = readonly [width: number, height: number];

/**
 * Prints an SVG to a page of a size, usually its own: vectors and letters stay what they are. The file says that it was made at `date`, so that the
 * same SVG gives the same bytes in the same browser. Throws where the browser makes more than one page of it.
 */
export async function pdfOf(browser: Browser, svg: string, date: Date, [width, height]: PageSize = sizeOf(svg)): Promise<Uint8Array> {
  // what an SVG holds is drawn, and nothing in it runs
  const page = await browser.newPage({ javaScriptEnabled: false, offline: true });
  try {
    const [wide, tall] = [`${width.toFixed(4)}mm`, `${height.toFixed(4)}mm`];
    const style = `@page{size:${wide} ${tall};margin:0}html,body{margin:0}svg{display:block;width:${wide};height:${tall};break-inside:avoid}`;
    const title = /<title>([^<]*)<\/title>/.exec(svg)?.[1] ?? '';
    await page.setContent(
      `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body>${svg.replace(/^<\?xml[^>]*>\s*/, '')}</body></html>`,
      { waitUntil: 'load' },
    );
    const bytes = await page.pdf({ width: wide, height: tall, printBackground: true, preferCSSPageSize: true, tagged: false });
    const pages = (
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g) ?? []
    ).length;
    if (pages !== 1) throw new Error(`The browser made ${pages} pages of one sheet.`);
    return dated(bytes, date);
  } finally {
    await page.close();
  }
}

/** A PDF that tells nothing of when and by which browser it was made: its dates are `date`, and everything keeps its length, so that all offsets hold. */
export function dated(pdf: Uint8Array, date: Date): Uint8Array {
  const stamp = date.toISOString().replace(/\D/g, '').slice(0, 14);
  const text = Buffer.from(pdf)
    .toString('latin1')
    .replace(/(\/(?:CreationDate|ModDate)\s*\()([^)]*)(\))/g, (_, before: string, old: string, after: string) => {
      const made = `D:${stamp}+00'00'`;
      // without its zone where there is no room for it
      return before + made.slice(0, old.length).padEnd(old.length, "'") + after;
    })
    // which browser on which system is nobody's business
    .replace(
      /(\/Creator\s*\()((?:[^()\\]|\\.)*)(\))/,
      (_, before: string, old: string, after: string) => before + 'Claimline'.slice(0, old.length).padEnd(old.length) + after,
    )
    .replace(
      /(\/ID\s*\[\s*<)([0-9a-fA-F]*)(>\s*<)([0-9a-fA-F]*)(>)/g,
      (_, a: string, first: string, b: string, second: string, c: string) =>
        [a, '0'.repeat(first.length), b, '0'.repeat(second.length), c].join(''),
    );
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** A PDF that holds a text in comments before its last line but one, where no offset counts what follows. Throws where it ends as no PDF does. */
export function withMemory(pdf: Uint8Array, name: string, text: string): Uint8Array {
  const at = Buffer.from(pdf).lastIndexOf('startxref');
  if (at < 0) throw new Error('The browser printed no whole PDF.');
  return Buffer.concat([pdf.subarray(0, at), Buffer.from(inComments(name, text)), pdf.subarray(at)]);
}

/** The size of an SVG that gives it in millimetres; throws where it does not. */
export function sizeOf(svg: string): PageSize {
  const [, width, height] = /<svg[^>]*\swidth="([\d.]+)mm"[^>]*\sheight="([\d.]+)mm"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error('The SVG has no size in millimetres.');
  return [Number(width), Number(height)];
}

/** When a file says that it was made: `SOURCE_DATE_EPOCH` in seconds where it is set, else the day on which a claim was last recorded or withdrawn. */
export function dateOf(recorded: string, epoch = process.env['SOURCE_DATE_EPOCH']): Date {
  if (epoch !== undefined && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000);
  return new Date(`${recorded || '1970-01-01'}T00:00:00Z`);
}
