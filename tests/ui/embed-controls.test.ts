import { expect, test } from 'vitest';
import { controlsOf } from '../../src/ui/embed-controls';

test.each([
  ['', ['timeline', 'legend'], []],
  ['?controls=none', [], []],
  ['?controls=', [], []],
  ['?controls=export,zoom', ['zoom', 'export'], []],
  ['?controls=panel,panel,clock', ['panel'], ['clock']],
  ['?dossier=/own/', ['timeline', 'legend'], []],
])('%s asks for %j', (search, controls, strange) => {
  expect(controlsOf(search)).toEqual({ controls, strange });
});
