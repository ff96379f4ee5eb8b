import { openDossier, type Checked } from '../../src/core/check/check';
import type { Gazetteer } from '../../src/core/gazetteer/gazetteer';
import type { Issue } from '../../src/core/issue';
import { readXlsx } from '../../src/formats/xlsx-in';

/** Reads a workbook of claims beside a dossier's head. */
export async function readWorkbook(bytes: Uint8Array, head: ReadonlyMap<string, string>, places: Gazetteer): Promise<Checked> {
  const issues: Issue[] = [];
  const reader = openDossier(new Map(head), places, issues)!;
  await readXlsx(reader, 'claims.xlsx', Uint8Array.from(bytes));
  reader.end();
  return { dossier: reader.dossier([reader.piece()]).dossier ?? null, issues };
}
