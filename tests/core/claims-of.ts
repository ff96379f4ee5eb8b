import { Claims } from '../../src/core/claims/claims';
import type { ColumnsHead } from '../../src/core/claims/columns';
import { ColumnsBuilder } from '../../src/core/claims/columns-builder';
import { deepFreeze } from '../../src/core/lists/freeze';
import type { Claim } from '../../src/core/model';

/** Claims that are objects already, in any order; they are frozen and kept. */
export function claimsOf(list: readonly Claim[], head: ColumnsHead): Claims {
  const builder = new ColumnsBuilder(head);
  for (const claim of list) builder.add(deepFreeze(claim));
  const { columns, order } = builder.finish();
  const at = (row: number): Claim => list[order[row]!]!;
  return new Claims(columns, { at, idOf: (row) => at(row).id });
}
