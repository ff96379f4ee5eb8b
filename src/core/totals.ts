import type { Situation } from './situation';
import type { Amount, Dossier, FigureClaim } from './model';

/** Figures of places added up by district, where like can be added to like; and where not, why not. */

/** The administrative levels by which a claim can say where its place is. */
export const totalLevels = ['adm1', 'adm2', 'adm3'] as const;
export type TotalLevel = (typeof totalLevels)[number];

/** The sum of figures of one speaker that are alike, within one district. */
export interface Total {
  /** P-code, else name. */
  readonly district: string;
  readonly name: string | null;
  readonly kind: KindOfFigure;
  /** Null where one of the figures has no such bound. */
  readonly min: number | null;
  readonly max: number | null;
  /** Ids of the claims, in the dossier's order. */
  readonly claims: readonly string[];
}

/** What figures must have in common to be added. */
export interface KindOfFigure {
  readonly counts: FigureClaim['counts'];
  readonly measure: FigureClaim['measure'];
  readonly asOf: string;
  readonly since: string | null;
  readonly who: string | null;
  readonly method: string | null;
  /** Ids of speakers, or of sources where nobody is named. */
  readonly speakers: readonly string[];
}

export interface Totals {
  readonly totals: readonly Total[];
  /** Figures that are in no sum, with the reason in plain words. */
  readonly apart: readonly { readonly claim: string; readonly why: string }[];
}

/** Adds the figures that stand in a situation, by the district that their claims name (`adm2_pcode`, `adm2_name`). */
export function totalsOf(situation: Situation, level: TotalLevel): Totals {
  const { claims } = situation.ledger.dossier;
  return addUp(
    situation.figures.map(({ claim }) => claims.get(claim) as FigureClaim),
    situation.ledger.dossier,
    level,
  );
}

/** Adds figures, of which each is one that stands. */
export function addUp(figures: readonly FigureClaim[], { places }: Pick<Dossier, 'places'>, level: TotalLevel): Totals {
  const apart: { claim: string; why: string }[] = [];
  const groups = new Map<string, { district: string; name: string | null; kind: KindOfFigure; figures: FigureClaim[] }>();
  for (const figure of figures) {
    const name = said(figure, `${level}_name`);
    const district = said(figure, `${level}_pcode`) ?? name;
    const place = places.get(figure.area);
    if (district === null) apart.push({ claim: figure.id, why: `it does not say in which ${level} it is` });
    else if (figure.withdrawn) apart.push({ claim: figure.id, why: 'it was withdrawn' });
    else if (place && ['governorate', 'region', 'country', 'area'].includes(place.kind))
      apart.push({ claim: figure.id, why: `it is of ${place.title} as a whole, in which other figures may be counted already` });
    else {
      const kind = kindOf(figure);
      const key = JSON.stringify([district, kind]);
      const group = groups.get(key);
      if (group) group.figures.push(figure);
      else groups.set(key, { district, name, kind, figures: [figure] });
    }
  }
  const totals: Total[] = [];
  for (const { district, name, kind, figures: alike } of groups.values()) {
    const twice = alike.find(({ id, area }) => alike.some((other) => other.id !== id && other.area === area));
    if (twice)
      for (const { id } of alike)
        apart.push({ claim: id, why: `there are several figures of ${places.get(twice.area)?.title ?? twice.area}` });
    else if (alike.length === 1)
      apart.push({ claim: alike[0]!.id, why: `no other figure in ${district} is alike: same speaker, day, method, measure and people` });
    else
      totals.push({
        district,
        name,
        kind,
        min: sum(alike.map(({ amount }) => amount.min)),
        max: sum(alike.map(({ amount }) => amount.max)),
        claims: alike.map(({ id }) => id),
      });
  }
  totals.sort((a, b) => (a.district < b.district ? -1 : a.district > b.district ? 1 : 0));
  return { totals, apart };
}

function kindOf({ counts, measure, asOf, since, who, method, reports }: FigureClaim): KindOfFigure {
  const speakers = reports.filter(({ mode }) => mode !== 'denies' && mode !== 'retracts').map(({ by, source }) => by ?? source);
  const one = (text: string | undefined): string | null => text ?? null;
  return { counts, measure, asOf, since: one(since), who: one(who), method: one(method), speakers: [...new Set(speakers)].sort() };
}

function sum(bounds: readonly Amount['min'][]): number | null {
  return bounds.reduce<number | null>((all, each) => (all === null || each === null ? null : all + each), 0);
}

function said(claim: FigureClaim, member: string): string | null {
  const value: unknown = (claim as unknown as Readonly<Record<string, unknown>>)[member];
  return typeof value === 'string' && value !== '' ? value : null;
}
