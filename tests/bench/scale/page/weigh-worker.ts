import type { LedgerData } from '../../../../src/core/ledger';
import { defaultLens, weigh } from '../../../../src/core/weigh/weigh';
import { recordsOf } from '../../../../src/style/records/records-of';
import type { Records } from '../../../../src/style/records/records';
import { generated } from '../data';
import { claimsOfFlows, flowsOf } from '../flows';
import { dossierOf, read, weighed, type Read, type Task } from '../weighed';

/** Weighs a generated dossier: for its time alone, or for the page to show. */

export type WeighAsked = { readonly task: Task } | { readonly hand: { readonly reports: number } | { readonly flows: number } };
/** What the page needs for a dossier, its ledger and its marks. */
export interface Handed extends Read {
  readonly ledger: LedgerData;
  readonly records: Records;
}

self.onmessage = ({ data: asked }: MessageEvent<WeighAsked>) => {
  if ('task' in asked) return self.postMessage(weighed(asked.task));
  const { head, claims } = 'flows' in asked.hand ? ofFlows(asked.hand.flows) : generated(asked.hand.reports);
  const all = read(head, claims(), true);
  const weighedOnce = weigh(dossierOf(head, all), defaultLens);
  const { dossier: _dossier, ...ledger } = weighedOnce;
  self.postMessage({ ...all, ledger, records: recordsOf(weighedOnce) } satisfies Handed);
};

function ofFlows(count: number) {
  const flows = flowsOf(count);
  return { head: flows.head, claims: () => claimsOfFlows(flows) };
}
