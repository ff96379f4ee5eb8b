/** The page in one file that opens from disk. Text in, text out. */

const policy = /(http-equiv="Content-Security-Policy"\s+content=")[^"]*/;

/** The page without its policy, which would be wrong while its scripts are put into it. */
export function withoutPolicy(html: string): string {
  return html.replace(policy, '$1');
}

/** What may run and be shown there: its own scripts and styles, by their hashes, and what it holds itself. Nothing leaves it. */
function policyOf(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    `style-src ${styles.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    'img-src data: blob:',
    // the library fetches the script that it makes a worker of
    'connect-src data: blob:',
    'worker-src blob:',
    'font-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html default',
  ].join('; ');
}

/**
 * A page whose scripts and styles stand in it, made one of a single file: its policy names what it may run, older fonts are left out, and it says
 * what it is (`data-single`). `hash` is SHA-256 in base64. Throws where something is still to be fetched.
 */
export function singlePage(html: string, icon: string, hash: (text: string) => string): string {
  const page = html
    .replace('<html ', '<html data-single ')
    .replace(/(<link rel="icon" href=")[^"]*/, (_, start: string) => start + icon)
    // every browser that draws the map reads woff2
    .replace(/,\s*url\(["']?data:font\/woff;base64,[^)]*\)\s*format\(["']?woff["']?\)/g, '');
  const scripts = [...page.matchAll(/<script type="module"[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code!);
  const styles = [...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, code]) => code!);
  const elements = page.replace(/(<(script|style)[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  const fetched =
    /<(?:script[^>]* src|link[^>]* rel="stylesheet")[^>]*>/.exec(elements) ?? /url\((?!["']?(?:data:|#))[^)]{0,80}/.exec(styles.join('\n'));
  if (fetched) throw new Error(`A single file cannot fetch ${fetched[0]}`);
  return page.replace(policy, (_, start: string) => start + policyOf(scripts.map(hash), styles.map(hash)));
}
