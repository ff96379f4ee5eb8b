import { ticks } from 'd3-array';
import type { FigureLine } from '../core/ledger';
import type { Dossier, FigureClaim } from '../core/model';
import { dayOf } from '../core/time';
import type { DayAxis } from './day-axis';

/** One figure on the axis of days. Heights are CSS pixels from the top; a bound that was not said is drawn as the other one. */
export interface FigureMark {
  readonly id: string;
  readonly claim: FigureClaim;
  readonly x: number;
  /** Where its window of counting begins; equal to `x` where none is said. */
  readonly sinceX: number;
  readonly yMin: number;
  readonly yMax: number;
  readonly forecast: boolean;
  /** Where its number stands, kept clear of its neighbours. */
  readonly labelY: number;
}

export interface FigureChart {
  readonly marks: readonly FigureMark[];
  /** Values of the rules across the chart, with their heights. */
  readonly rules: readonly { readonly value: number; readonly y: number }[];
}

/** Whether a figure says what may come, and not what was counted. */
export function isForecast({ measure }: FigureClaim): boolean {
  return measure === 'forecast' || measure === 'at-risk';
}

const LABEL_PX = 15;
const TOP_PX = 14;

/**
 * The chart of figures: one scale from zero, linear in people, so that sizes may be compared by eye. Nothing is joined:
 * each figure is a mark of its own. What has no number, and what counts deaths, is left to the lists beneath.
 */
export function figureChart(figures: readonly FigureLine[], dossier: Dossier, axis: DayAxis, height: number): FigureChart {
  const counted = linesOf(figures, dossier).flatMap(({ claim }) => {
    const max = claim.amount.max ?? claim.amount.min;
    return claim.counts !== 'deaths' && max !== null ? [{ claim, max, min: claim.amount.min ?? max }] : [];
  });
  const most = Math.max(1, ...counted.map(({ max }) => max));
  const y = (people: number): number => height - (height - TOP_PX) * (people / most);
  const { span, timeZone, claims } = dossier;
  const { since, end } = claims.columns;
  // what runs off the span, perhaps without an end, stands where it does
  const dayX = (instant: number): number => axis.x(dayOf(Math.min(span.end - 1, Math.max(span.start, instant)), timeZone));
  const marks = counted.map(({ claim, max, min }) => {
    const row = claims.rowOf(claim.id);
    const x = dayX(end[row]! - 1);
    return {
      id: `figure:${claim.id}`,
      claim,
      x,
      sinceX: claim.since ? dayX(since[row]!) : x,
      yMin: y(min),
      yMax: y(max),
      forecast: isForecast(claim),
      labelY: y(max),
    };
  });
  return {
    marks: apart(marks, height),
    rules: ticks(0, most, 3)
      .filter((value) => value > 0)
      .map((value) => ({ value, y: y(value) })),
  };
}

// labels are pushed up from the ground, lowest first, so that none covers another
function apart(marks: readonly FigureMark[], height: number): FigureMark[] {
  let free = height - 2;
  return [...marks]
    .sort((a, b) => b.yMax - a.yMax)
    .map((mark) => {
      const labelY = Math.min(mark.labelY, free);
      free = labelY - LABEL_PX;
      return { ...mark, labelY };
    });
}

/** The figures of one thing counted, in their order. */
export interface FigureGroup {
  readonly title: 'ui.figures.displaced' | 'ui.figures.deaths';
  readonly lines: readonly { readonly figure: FigureLine; readonly claim: FigureClaim }[];
}

/** Figures of people on the move, then of deaths; a group without any is left out. */
export function figureGroups(figures: readonly FigureLine[], dossier: Dossier): FigureGroup[] {
  const lines = linesOf(figures, dossier);
  const deaths = lines.filter(({ claim }) => claim.counts === 'deaths');
  const groups: FigureGroup[] = [
    { title: 'ui.figures.displaced', lines: lines.filter((line) => !deaths.includes(line)) },
    { title: 'ui.figures.deaths', lines: deaths },
  ];
  return groups.filter((group) => group.lines.length > 0);
}

function linesOf(figures: readonly FigureLine[], dossier: Dossier): FigureGroup['lines'] {
  return figures.flatMap((figure) => {
    const claim = dossier.claims.get(figure.claim);
    return claim?.kind === 'displacement' && claim.displacement === 'figure' ? [{ figure, claim }] : [];
  });
}
