import { PIXEL_MM, type Box, type Direction, type Measure, type Operation } from './drawing';
import { directionOf, linesOf } from './text';

/** One entry: the mark as it is drawn on the map, and what it means; or, without a mark, the heading of those that follow. */
export interface LegendLine {
  readonly svg: string | null;
  readonly label: string;
}

/** A legend laid out in columns, not yet placed. */
export interface LegendBlock {
  readonly width: number;
  readonly height: number;
  /** Its drawing, with its top left corner at a point. */
  at(x: number, y: number): Operation[];
}

const px = PIXEL_MM;
const size = 12.5 * px;
const lineHeight = 17 * px;
const gap = 6 * px;
const symbol = { width: 38 * px, height: 26 * px };
const columnGap = 20 * px;
/** Of a legend in rows. */
const rowHeight = 25 * px;
const entryGap = 14 * px;
const titleSize = 12 * px;
const titleHeight = 20 * px;

/** What a legend is drawn with. */
export interface LegendStyle {
  readonly title: string;
  readonly ink: string;
  readonly muted: string;
  readonly direction: Direction;
  readonly measure: Measure;
}

/** A legend for the side of a map of that height, in one column or two. Null where there is nothing in it, or too much. */
export function legendInColumn(lines: readonly LegendLine[], height: number, style: LegendStyle): LegendBlock | null {
  if (lines.length === 0) return null;
  const blocks = [1, 2].map((columns) => inColumns(lines, columns, 220 * px, style));
  return blocks.find((block) => block.height <= height) ?? null;
}

/** A legend for a band of that width under the map: entries one after another, in rows. */
export function legendInBand(lines: readonly LegendLine[], width: number, { ink, muted, direction, measure }: LegendStyle): LegendBlock {
  const placed: {
    readonly line: LegendLine;
    readonly texts: string[];
    readonly drawn: number;
    readonly left: number;
    readonly top: number;
  }[] = [];
  let [left, top, tall] = [0, 0, rowHeight];
  const place = (line: LegendLine, heading: number) => {
    const drawn = line.svg === null ? 0 : Math.min(symbol.width, sizeOf(line.svg)[0]) + gap;
    const [letters, weight] = line.svg === null ? ([titleSize, 600] as const) : ([size, 400] as const);
    const texts = linesOf(line.label, width - drawn, letters, weight, measure);
    const wide = drawn + Math.max(...texts.map((text) => measure(text, letters, weight)));
    // a heading stands before the first of its own, in one row with it
    if (left > 0 && left + wide + heading > width) [left, top, tall] = [0, top + tall, rowHeight];
    placed.push({ line, texts, drawn, left, top });
    tall = Math.max(tall, texts.length * lineHeight + 4 * px);
    left += wide + (line.svg === null ? gap * 1.5 : entryGap);
  };
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    place(line, line.svg === null && next?.svg ? symbol.width + 2.5 * gap + measure(next.label, size, 400) : 0);
  });
  const rtl = direction === 'rtl';
  const at = (x: number, y: number): Operation[] =>
    placed.flatMap(({ line: { svg, label }, texts, drawn, left: from, top: down }) => {
      const along = (distance: number) => (rtl ? x + width - distance : x + distance);
      const middle = y + down + (Math.max(rowHeight, texts.length * lineHeight + 4 * px) - (texts.length - 1) * lineHeight) / 2;
      const slot = { x: Math.min(along(from), along(from + drawn - gap)), y: y + down, width: drawn - gap, height: rowHeight };
      const words = texts.map((text, i): Operation => ({
        kind: 'text',
        at: [along(from + drawn), middle + i * lineHeight + size * 0.36],
        text,
        size: svg === null ? titleSize : size,
        weight: svg === null ? 600 : 400,
        colour: svg === null ? muted : ink,
        align: rtl ? 'right' : 'left',
        direction: directionOf(label, direction),
      }));
      return svg === null ? words : [{ kind: 'svg', svg, box: fitted(svg, slot) }, ...words];
    });
  return { width, height: top + tall, at };
}

function inColumns(lines: readonly LegendLine[], columns: number, widest: number, style: LegendStyle): LegendBlock {
  const { title, ink, muted, direction, measure } = style;
  const labelWidth = widest - symbol.width - gap;
  const entries = lines.map(({ svg, label }) => {
    if (svg === null) {
      const wrapped = linesOf(label, widest, titleSize, 600, measure);
      return { svg, wrapped, height: wrapped.length * lineHeight + 6 * px };
    }
    const wrapped = linesOf(label, labelWidth, size, 400, measure);
    return { svg, wrapped, height: Math.max(symbol.height, wrapped.length * lineHeight + 4 * px) };
  });
  const groups = inParts(entries, columns);
  const widths = entries.flatMap(({ svg, wrapped }) =>
    wrapped.map((line) => (svg === null ? measure(line, titleSize, 600) : symbol.width + gap + measure(line, size, 400))),
  );
  const columnWidth = Math.max(...widths, measure(title, titleSize, 600));
  const width = groups.length * columnWidth + (groups.length - 1) * columnGap;
  const height = titleHeight + Math.max(...groups.map((group) => group.reduce((sum, entry) => sum + entry.height, 0)));
  const rtl = direction === 'rtl';

  function at(x: number, y: number): Operation[] {
    const start = rtl ? x + width : x;
    const along = (distance: number) => (rtl ? start - distance : start + distance);
    const align = rtl ? ('right' as const) : ('left' as const);
    const heading = {
      kind: 'text' as const,
      at: [start, y + titleSize] as const,
      text: title,
      size: titleSize,
      weight: 600 as const,
      colour: muted,
      align,
      direction,
    } satisfies Operation;
    const operations: Operation[] = [heading];
    groups.forEach((group, column) => {
      const offset = column * (columnWidth + columnGap);
      let top = y + titleHeight;
      for (const { svg, wrapped, height: tall } of group) {
        if (svg === null) {
          wrapped.forEach((text, index) =>
            operations.push({ ...heading, at: [along(offset), top + 3 * px + titleSize + index * lineHeight], text }),
          );
          top += tall;
          continue;
        }
        const slot: Box = { x: Math.min(along(offset), along(offset + symbol.width)), y: top, width: symbol.width, height: tall };
        operations.push({ kind: 'svg', svg, box: fitted(svg, slot) });
        const first = top + tall / 2 - ((wrapped.length - 1) * lineHeight) / 2 + size * 0.36;
        wrapped.forEach((text, index) =>
          operations.push({
            kind: 'text',
            at: [along(offset + symbol.width + gap), first + index * lineHeight],
            text,
            size,
            weight: 400,
            colour: ink,
            align,
            direction: directionOf(wrapped.join(' '), direction),
          }),
        );
        top += tall;
      }
    });
    return operations;
  }
  return { width, height, at };
}

/** Entries in columns of about the same number; a heading stands over the first of its own. */
function inParts<Entry extends Pick<LegendLine, 'svg'>>(entries: readonly Entry[], columns: number): Entry[][] {
  const perColumn = Math.ceil(entries.length / columns);
  const parts: Entry[][] = [];
  for (let from = 0; from < entries.length;) {
    let to = parts.length === columns - 1 ? entries.length : Math.min(entries.length, from + perColumn);
    while (to < entries.length && to - from > 1 && entries[to - 1]!.svg === null) to--;
    parts.push(entries.slice(from, to));
    from = to;
  }
  return parts;
}

/** The box of a drawing inside a slot: at its own size, shrunk where it is too big, centred. */
function fitted(svg: string, slot: Box): Box {
  const [wide, tall] = sizeOf(svg);
  const shrink = Math.min(1, slot.width / wide, (slot.height - 2 * px) / tall);
  const [width, height] = [wide * shrink, tall * shrink];
  return { x: slot.x + (slot.width - width) / 2, y: slot.y + (slot.height - height) / 2, width, height };
}

/** A drawing's own size in millimetres: its `width` and `height`, else its viewBox, in CSS pixels. */
function sizeOf(svg: string): [width: number, height: number] {
  const head = /<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const [, , viewWidth, viewHeight] = (/viewBox="([^"]+)"/.exec(head)?.[1] ?? '').split(/[\s,]+/).map(Number);
  return [
    Number(/\swidth="([\d.]+)/.exec(head)?.[1] ?? viewWidth ?? 24) * px,
    Number(/\sheight="([\d.]+)/.exec(head)?.[1] ?? viewHeight ?? 24) * px,
  ];
}
