import { expect, test } from 'vitest';
import { commandOf, type Stroke } from '../../src/ui/keys';

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

test('arrows step a day, and with shift to a change', () => {
  expect(commandOf(stroke('ArrowRight'), false)).toBe('later');
  expect(commandOf(stroke('ArrowLeft', { shiftKey: true }), false)).toBe('earlierChange');
});

test('on a mirrored page time runs to the left', () => {
  expect(commandOf(stroke('ArrowLeft'), true)).toBe('later');
  expect(commandOf(stroke('ArrowRight', { shiftKey: true }), true)).toBe('earlierChange');
});

test.each([
  [' ', 'play'],
  ['Home', 'first'],
  ['End', 'last'],
  ['[', 'knownEarlier'],
  [']', 'knownLater'],
  ['/', 'search'],
  ['e', 'export'],
  ['l', 'legend'],
  ['c', 'compare'],
  ['?', 'help'],
  ['Escape', 'back'],
])('the key “%s” means %s', (key, command) => {
  expect(commandOf(stroke(key), false)).toBe(command);
});

test('the browser keeps its own shortcuts, and other keys mean nothing', () => {
  expect(commandOf(stroke('e', { ctrlKey: true }), false)).toBeNull();
  expect(commandOf(stroke('ArrowLeft', { altKey: true }), false)).toBeNull();
  expect(commandOf(stroke('q'), false)).toBeNull();
});
