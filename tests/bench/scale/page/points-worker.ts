import { recordsOf } from '../../../../src/style/records/records-of';
import { field, NEVER, packedPlace, packedStyle, placeAt, RECORD, styleAt, type Records } from '../../../../src/style/records/records';
import { ledgerOfChanges, ledgerOfPoints } from '../ledgers';
import { changesOf, pointsOf } from '../points';

/** Makes the data; and when asked, from it the records, as the page's worker does. */

export type Asked = { readonly make: 'points' | 'places'; readonly count: number } | { readonly records: true };

/** The records, and how long it took to sort and pack them. */
export interface Packed {
  readonly records: Records;
  readonly packMs: number;
}

let records: (() => Records) | null = null;

self.onmessage = ({ data: asked }: MessageEvent<Asked>) => {
  if ('make' in asked) {
    records = asked.make === 'points' ? ofPoints(asked.count) : ofPlaces(asked.count);
    self.postMessage('ready');
  } else {
    const start = performance.now();
    const made = records!();
    const packed: Packed = { records: made, packMs: performance.now() - start };
    const buffers = [made.data.buffer, made.subject.buffer, made.places.tree, made.places.points.buffer];
    self.postMessage(packed, { transfer: buffers as ArrayBuffer[] });
  }
};

/** Every point is drawn on its place at every zoom and does not fade, since the rivals know no such thing. */
function ofPoints(count: number): () => Records {
  const ledger = ledgerOfPoints(pointsOf(count));
  return () => {
    const made = recordsOf(ledger);
    for (let record = 0; record < made.count; record++) {
      made.data[record * RECORD + field.placed] = packedPlace(placeAt(made.data, record), 0, -1);
      made.data[record * RECORD + field.drawn] = packedStyle(styleAt(made.data, record), 0, NEVER);
    }
    return made;
  };
}

/** With everything as the page has it: thinned, and with a halo on the day of a change. */
function ofPlaces(count: number): () => Records {
  const ledger = ledgerOfChanges(changesOf(count));
  return () => recordsOf(ledger);
}
