import { describe, expect, test } from 'vitest';
import { samePage as page } from '../e2e/site';

describe('two situations side by side', () => {
  test('a key begins it, and the handle is moved by keys and dragged', async () => {
    const it = await page('day=2024-12-05');
    await it.keyboard.press('c');
    const handle = it.getByRole('slider', { name: 'Where the right side begins' });
    const at = () => handle.getAttribute('aria-valuenow');
    await handle.focus();
    expect(await at()).toBe('50');
    for (const [key, to] of Object.entries({ ArrowRight: '52', ArrowLeft: '50', Home: '0', End: '100' })) {
      await it.keyboard.press(key);
      expect(await at()).toBe(to);
    }
    // the day has stayed where it was
    await expect.poll(() => it.url()).toContain('day=2024-12-05&beside=2024-12-05,now&at=100');
    const [map, grip] = [(await it.locator('.pane').boundingBox())!, (await handle.boundingBox())!];
    await it.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await it.mouse.down();
    await it.mouse.move(map.x + map.width * 0.3, map.y + 200, { steps: 4 });
    await it.mouse.up();
    expect(Number(await at())).toBeCloseTo(30, 0);
    await it.keyboard.press('c');
    await handle.waitFor({ state: 'detached' });
    await expect.poll(() => it.url()).not.toContain('beside');
  });

  test('the controls and the panel act upon the side that is clicked', async () => {
    const it = await page('day=2024-12-05&beside=2024-12-05,now&c=36.7137,34.7324,9&at=40');
    const box = (await it.locator('[data-shown]').boundingBox())!;
    await it.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const panel = it.locator('#situation');
    await expect.poll(() => panel.locator('article').textContent()).toContain('In dispute');
    await it.keyboard.press('ArrowLeft');
    await expect.poll(() => it.url()).toContain('day=2024-12-05&beside=2024-12-04,now&at=40&side=right');
  });

  test('what differs is told of both sides, and leads to the mark', async () => {
    const it = await page('day=2024-12-05&beside=2024-12-05,now');
    const line = it.locator('button[data-mark="control:homs"][data-difference="both"]');
    await expect.poll(() => line.textContent()).toMatch(/Left.*Held: HTS.*Right.*In dispute/s);
    await line.click();
    await expect.poll(() => it.url()).toContain('sel=control:homs');
  });
});
