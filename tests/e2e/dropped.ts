import type { Page } from 'playwright-core';

/** Drops a file on the page, as a reader does, and waits for what the page says of it. `told` is empty where it never spoke. */
export async function drop(it: Page, name: string, bytes: Uint8Array): Promise<{ state: string | null; told: string }> {
  await it.evaluate(
    ([name, base64]) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
  return reopened(it);
}

/** What the page says once it has looked at a picture or a code. */
export async function reopened(it: Page): Promise<{ state: string | null; told: string }> {
  const line = it.locator('[data-reopen-state]:is([data-reopen-state="done"], [data-reopen-state="failed"])');
  await line.waitFor();
  return { state: await line.getAttribute('data-reopen-state'), told: (await line.textContent()) ?? '' };
}
