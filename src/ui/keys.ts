/** What the keyboard can do on the whole page. */
export type Command =
  | 'earlier'
  | 'later'
  | 'earlierChange'
  | 'laterChange'
  | 'play'
  | 'first'
  | 'last'
  | 'knownEarlier'
  | 'knownLater'
  | 'search'
  | 'export'
  | 'legend'
  | 'compare'
  | 'help'
  | 'back';

/** The part of a keyboard event that decides. */
export interface Stroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const commands: Readonly<Record<string, Command>> = {
  ' ': 'play',
  Home: 'first',
  End: 'last',
  '[': 'knownEarlier',
  ']': 'knownLater',
  '/': 'search',
  e: 'export',
  l: 'legend',
  c: 'compare',
  '?': 'help',
  Escape: 'back',
};

/** The command of a keystroke, or null; where the page is mirrored, the left arrow goes on in time, as time runs there. */
export function commandOf(stroke: Stroke, mirrored: boolean): Command | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  if (stroke.key === 'ArrowLeft' || stroke.key === 'ArrowRight') {
    const later = (stroke.key === 'ArrowRight') !== mirrored;
    return stroke.shiftKey ? (later ? 'laterChange' : 'earlierChange') : later ? 'later' : 'earlier';
  }
  return commands[stroke.key] ?? null;
}

/** Whether a field keeps a key for itself: text its letters, a button its space, a choice its arrows. */
export function belongsTo(target: HTMLElement, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
  const range = target.closest('input[type=range]');
  if (range && shiftKey) return false;
  if (range) return /^(Arrow|Home|End)/.test(key);
  if (target.closest('input, select, textarea')) return key !== 'Escape';
  return target.closest('button, a, summary') !== null && key.startsWith(' ');
}
