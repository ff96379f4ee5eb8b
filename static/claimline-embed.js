/*
 * Turns each <div data-claimline="https://…/embed.html#day=2024-12-06"> of an article into a map as wide as the article.
 * data-title is said by screen readers (else the words in the div); data-ratio is the map's shape (16/10).
 */
(() => {
  const fill = () => {
    for (const place of document.querySelectorAll('[data-claimline]:not(:has(> iframe))')) {
      const { claimline, title, ratio } = place.dataset;
      const address = URL.canParse(claimline, document.baseURI) ? new URL(claimline, document.baseURI) : null;
      if (!address || !/^https?:$/.test(address.protocol)) continue;
      const frame = document.createElement('iframe');
      frame.title = title || place.textContent.trim() || 'Claimline';
      frame.loading = 'lazy';
      frame.sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';
      Object.assign(frame.style, { display: 'block', width: '100%', aspectRatio: ratio || '16/10', minHeight: '30rem', border: '0' });
      frame.src = address.href;
      place.replaceChildren(frame);
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', fill);
  else fill();
})();
