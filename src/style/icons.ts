import type { EventMark } from './mark';

/** The icons of events, drawn for a roundel of 9 pixels around (0, 0). */
const icons: Readonly<Record<EventMark['event'], (ink: string) => string>> = {
  // a burst
  strike: (ink) =>
    `<path fill="${ink}" d="M0 -6.2L1.3 -2.6L4.6 -4.6L3.1 -1.1L6.2 0L3.1 1.3L4.4 4.6L1.2 3L0 6.2L-1.3 3L-4.6 4.5L-3.1 1.2L-6.2 0L-3.1 -1.2L-4.4 -4.6L-1.2 -2.8Z"/>`,
  // a bridge with its deck broken
  damage: (ink) =>
    `<path fill="none" stroke="${ink}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" d="M-5.4 -1.6H-1.8L-0.6 0.9M5.4 -1.6H1.6L0.9 -3.6M-4.4 -1.6V3.6M4.4 -1.6V3.6M-1.6 3.6L-0.4 2.6M0.8 3.9L1.8 3.2"/>`,
  // head and shoulders
  casualties: (ink) =>
    `<circle cx="0" cy="-2.4" r="2.1" fill="${ink}"/><path fill="${ink}" d="M-4.2 4.8C-4.2 1.9 -2.4 0.6 0 0.6S4.2 1.9 4.2 4.8Z"/>`,
  // a speech bubble
  statement: (ink) =>
    `<path fill="${ink}" d="M-4 -4.4H4Q5.2 -4.4 5.2 -3.2V1Q5.2 2.2 4 2.2H0.2L-2.8 4.9V2.2H-4Q-5.2 2.2 -5.2 1V-3.2Q-5.2 -4.4 -4 -4.4Z"/>`,
  // into a bracket
  arrival: (ink) =>
    `<path fill="none" stroke="${ink}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" d="M-5.4 0H1.2M-1.4 -2.8L1.4 0L-1.4 2.8M1.4 -4.4H4.6V4.4H1.4"/>`,
  // towards a point
  coming: (ink) =>
    `<path fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" d="M-5 4.4L0.4 -0.2M-2.8 -0.4L0.6 -0.4L0.4 3"/><circle cx="3.6" cy="-3.2" r="1.7" fill="${ink}"/>`,
  // away from a point
  leaving: (ink) =>
    `<path fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" d="M-1.8 1.6L4.4 -4.2M1 -4.4L4.6 -4.4L4.5 -0.8"/><circle cx="-3.9" cy="3.6" r="1.7" fill="${ink}"/>`,
};

/** What an event is drawn as, inside its roundel. */
export function eventIcon(event: EventMark['event'], ink: string): string {
  return icons[event](ink);
}
