import { expect, test } from 'vitest';
import { revisionOf } from '../../src/core/revision';
import { daysOf } from '../../src/core/time';
import type { Dossier } from '../../src/core/model';
import { correctedLine, REVISION_DIGITS } from '../../src/ui/embed-corrected';
import type { View } from '../../src/ui/view.svelte';
import { choicesOf } from '../../src/view/wanted';
import { syria } from '../geo/dossier';
import { adding, changing, edited } from '../view/dossiers';

const before = syria();
const of = `?controls=none&of=${revisionOf(before).hash.slice(0, REVISION_DIGITS)}`;
const viewOf = (dossier: Dossier, language: 'en' | 'ar' = 'en') =>
  ({ dossier, language, state: choicesOf(dossier, daysOf(dossier.span, dossier.timeZone), language).usual }) as unknown as View;
const withdrawn = { on: '2026-12-02', reason: 'The article was corrected.' };

test('an embed says nothing while its dossier is as it was, and where it does not say of which it is', async () => {
  expect(await correctedLine(viewOf(before), of)).toBe('');
  expect(await correctedLine(viewOf(edited(changing('homs-taken', { withdrawn }))), '')).toBe('');
  expect(await correctedLine(viewOf(before), '?of=javascript:alert(1)')).toBe('');
});

test('it says how many claims on it were corrected since, or that there are more, or that nobody knows what was', async () => {
  const corrected = viewOf(edited(changing('homs-taken', { withdrawn })));
  expect(await correctedLine(corrected, of)).toBe(
    'Corrected: one claim of 22 November 2026 on this map has since been withdrawn, disputed or changed.',
  );
  const more = viewOf(edited(adding('homs-taken', 'homs-taken-again', { recorded: '2026-12-01' })));
  expect(await correctedLine(more, of)).toMatch(/knows more than it did .* 22 November 2026/);
  expect(await correctedLine(viewOf(edited(changing('homs-taken', { summary: 'Homs fell.' }))), of)).toMatch(/has been edited/);
  expect(await correctedLine({ ...corrected, language: 'ar' } as View, of)).toMatch(/^تصحيح: ادعاء واحد/);
});
