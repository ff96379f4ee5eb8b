/** The headers that a page cannot set for itself, by what is asked for. Pure: what `claimline serve` sends, and `_headers` of a site asks for. */

/** What a page may do; besides its own it reads the files of dossiers of the origins that it trusts, and their fonts. */
const policyOf = (trusted: readonly string[]): string =>
  [
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:",
    ["connect-src 'self'", ...trusted].join(' '),
    "worker-src 'self'",
    ["font-src 'self' blob:", ...trusted].join(' '),
    "base-uri 'none'; form-action 'none'; object-src 'none'",
    "require-trusted-types-for 'script'; trusted-types svelte-trusted-html default",
  ].join('; ');

/** Of every file. */
const always: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** What other sites may frame or load: the embed, its script, and the picture that a shared link shows. */
const forOthers = /(^|\/)(embed(\.html)?|claimline-embed\.js|assets\/preview-[^/]*\.png)$/;
/** Names that change with what is in them. */
const hashed = /(^|\/)assets\/[^/]+$/;

/** Those of a file at a path, of a site that trusts some origins. Only the embed may be framed, by anybody. */
export function headersOf(path: string, trusted: readonly string[] = []): Record<string, string> {
  const isForOthers = forOthers.test(path);
  return {
    'Content-Security-Policy': `${policyOf(trusted)}; frame-ancestors ${/(^|\/)embed(\.html)?$/.test(path) ? '*' : "'none'"}`,
    ...always,
    'Cross-Origin-Resource-Policy': isForOthers ? 'cross-origin' : 'same-origin',
    'Cache-Control': hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/**
 * The `_headers` file of Netlify and Cloudflare Pages for a site at a path such as `/maps/syria/`. No address is matched twice, since one of them
 * then sends a header twice and the other joins both.
 */
export function headersFile(path: string, files: readonly string[], trusted: readonly string[] = []): string {
  const top = files.filter((file) => !file.includes('/')).sort();
  const addresses = [
    '',
    ...top.flatMap((file) => (file.endsWith('.html') ? [file, file.slice(0, -'.html'.length)] : [file])),
    'assets/*',
    'single/*',
  ];
  const blocks = addresses.map((address) => {
    const headers = headersOf(`${path}${address.replace('*', 'any')}`, trusted);
    return [`${path}${address}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  });
  return `${blocks.join('\n')}\n`;
}
