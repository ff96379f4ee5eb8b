import { escaped } from '../core/xml';
import { n } from '../style/svg';
import { PIXEL_MM, type Direction, type Operation, type Point } from './drawing';
import type { Shape, Words } from './vector/shapes';

/** A sheet as one SVG: lengths in CSS pixels of 1/96 inch, no script, and no address but those of data that it holds itself. */

export interface SvgSheet {
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** Placed as text inside `<metadata>`, whose id is the name; null: there is none. */
  readonly metadata: { readonly name: string; readonly text: string } | null;
  readonly language: string;
  /** Declarations of fonts, whose sources are data. */
  readonly fontFaces: string;
  /** The families of every text, as CSS lists them. */
  readonly family: string;
  readonly operations: readonly Operation[];
  /** What the map is made of, and how large it is in CSS pixels. */
  readonly map: { readonly shapes: readonly Shape[]; readonly size: readonly [width: number, height: number] };
  /** Pictures by the addresses that operations and shapes name, as data. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** The text of the file. The same sheet gives the same text. Throws where a picture is not among `pictures`. */
export function svgOf(sheet: SvgSheet): string {
  const writer = new Writer(sheet);
  const body = sheet.operations.map((operation) => writer.operation(operation)).join('\n');
  const [width, height] = [sheet.width / PIXEL_MM, sheet.height / PIXEL_MM];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="${millimetres(sheet.width)}" height="${millimetres(sheet.height)}" viewBox="0 0 ${n(width)} ${n(height)}" xml:lang="${escaped(sheet.language)}">`,
    `<title>${escaped(sheet.title)}</title>`,
    `<desc>${escaped(sheet.description)}</desc>`,
    ...(sheet.metadata ? [`<metadata id="${escaped(sheet.metadata.name)}">${escaped(sheet.metadata.text)}</metadata>`] : []),
    `<style>${styleText(sheet.fontFaces)}text{font-family:${styleText(sheet.family)};text-rendering:geometricPrecision;white-space:pre}.name{font-kerning:none;paint-order:stroke;stroke-linejoin:round}</style>`,
    `<defs>${writer.definitions.join('\n')}</defs>`,
    body,
    '</svg>',
    '',
  ].join('\n');
}

// quotes stay as they are: they are the style's own, and the element's text needs none escaped
function styleText(css: string): string {
  return css.replace(/[&<>]/g, escaped);
}

/** Writes elements, and keeps what several of them share. */
class Writer {
  readonly definitions: string[] = [];
  readonly #sheet: SvgSheet;
  readonly #symbols = new Map<string, string>();
  #outlines = 0;

  constructor(sheet: SvgSheet) {
    this.#sheet = sheet;
  }

  operation(operation: Operation): string {
    switch (operation.kind) {
      case 'map': {
        const { shapes, size } = this.#sheet.map;
        const { x, y } = operation.box;
        const clip = this.#outline(`M0 0H${n(size[0])}V${n(size[1])}H0z`);
        const inside = shapes.map((shape) => this.shape(shape)).join('\n');
        return `<g transform="translate(${px(x)} ${px(y)})"><g clip-path="url(#${clip})">\n${inside}\n</g></g>`;
      }
      case 'box': {
        const { box, fill, stroke, radius } = operation;
        const paint = `fill="${fill ?? 'none'}"${stroke ? ` stroke="${stroke}"` : ''}${radius ? ` rx="${px(radius)}"` : ''}`;
        return `<rect ${boxOf(box)} ${paint}/>`;
      }
      case 'text': {
        const { at, text, size, weight, colour, align, direction } = operation;
        return `<text x="${px(at[0])}" y="${px(at[1])}" font-size="${px(size)}"${heavy(weight)} fill="${colour}"${anchored(align, direction)}>${escaped(text)}</text>`;
      }
      case 'svg':
        return `<use xlink:href="#${this.#symbol(operation.svg)}" ${boxOf(operation.box)}/>`;
      case 'image':
        return `<image ${boxOf(operation.box)} preserveAspectRatio="none" xlink:href="${this.#picture(operation.address)}"/>`;
      case 'shape':
        return `<path d="M${operation.points.map(([x, y]) => `${px(x)} ${px(y)}`).join('L')}z" fill="${operation.fill}"/>`;
    }
  }

  shape(shape: Shape): string {
    switch (shape.kind) {
      case 'paths':
        return pathsText(shape);
      case 'mark': {
        const { svg, at, side, opacity } = shape;
        const faint = opacity < 1 ? ` opacity="${n(opacity)}"` : '';
        return `<use xlink:href="#${this.#symbol(svg)}" x="${n(at[0] - side / 2)}" y="${n(at[1] - side / 2)}" width="${n(side)}" height="${n(side)}"${faint}/>`;
      }
      case 'words':
        return words(shape);
      case 'raster': {
        const matrix = shape.matrix.map((value) => n(value)).join(' ');
        const faint = shape.opacity < 1 ? ` opacity="${n(shape.opacity)}"` : '';
        return `<image width="1" height="1" preserveAspectRatio="none" transform="matrix(${matrix})"${faint} xlink:href="${this.#picture(shape.address)}"/>`;
      }
      case 'within': {
        const inside = shape.shapes.map((each) => this.shape(each)).join('\n');
        return inside === '' ? '' : `<g clip-path="url(#${this.#outline(shape.outline)})">${inside}</g>`;
      }
    }
  }

  #picture(address: string): string {
    const data = this.#sheet.pictures.get(address);
    if (!data?.startsWith('data:image/')) throw new Error(`The picture ${address} is not there as data.`);
    return escaped(data);
  }

  /** The name of a drawing that is used once or often. */
  #symbol(svg: string): string {
    let name = this.#symbols.get(svg);
    if (name) return name;
    this.#symbols.set(svg, (name = `s${this.#symbols.size + 1}`));
    const [head = ''] = /^<svg[^>]*>/.exec(svg) ?? [];
    const box = /viewBox="([^"]+)"/.exec(head)?.[1];
    if (!box) throw new Error(`A drawing has no viewBox: ${head}`);
    this.definitions.push(
      `<symbol id="${name}" viewBox="${box}" overflow="hidden">${svg.slice(head.length, svg.lastIndexOf('</svg>'))}</symbol>`,
    );
    return name;
  }

  #outline(path: string): string {
    const name = `c${++this.#outlines}`;
    this.definitions.push(`<clipPath id="${name}"><path d="${path}"/></clipPath>`);
    return name;
  }
}

/** Paths as SVG elements; empty where there is nothing to paint. */
export function pathsText(shape: Extract<Shape, { kind: 'paths' }>): string {
  const paths = shape.paths.filter((path) => path !== '');
  const attributes = paintOf(shape);
  if (paths.length === 1) return `<path d="${paths[0]}" ${attributes}/>`;
  return paths.length === 0 ? '' : `<g ${attributes}>${paths.map((path) => `<path d="${path}"/>`).join('')}</g>`;
}

// rounded down: a program that makes pixels of it adds none
function millimetres(length: number): string {
  return `${Math.floor(length * 10_000 + 1e-6) / 10_000}mm`;
}

function px(mm: number): string {
  return n(mm / PIXEL_MM);
}

function boxOf({
  x,
  y,
  width,
  height,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): string {
  return `x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"`;
}

function heavy(weight: number): string {
  return weight === 400 ? '' : ` font-weight="${weight}"`;
}

/** Left and right are the sheet's; SVG's start and end are the text's own. */
function anchored(align: 'left' | 'right' | 'center', direction: Direction): string {
  const rtl = direction === 'rtl';
  const anchor = align === 'center' ? 'middle' : (align === 'right') === rtl ? 'start' : 'end';
  return `${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${rtl ? ' direction="rtl" unicode-bidi="embed"' : ''}`;
}

function words({ text, at, turn, size, weight, colour, halo, haloWidth, spacing, direction }: Words): string {
  // the room after the last letter is no part of the name
  const [x, y] = shifted(at, turn, (direction === 'rtl' ? -spacing : spacing) / 2);
  const place = turn === 0 ? `x="${n(x)}" y="${n(y)}"` : `transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"`;
  const apart = spacing === 0 ? '' : ` letter-spacing="${n(spacing)}"`;
  const edge = haloWidth === 0 ? '' : ` stroke="${halo}" stroke-width="${n(2 * haloWidth)}"`;
  return `<text class="name" ${place} font-size="${n(size)}"${heavy(weight)} fill="${colour}"${edge}${apart}${anchored('center', direction)}>${escaped(text)}</text>`;
}

function shifted([x, y]: Point, turn: number, by: number): Point {
  const angle = (turn * Math.PI) / 180;
  return [x + Math.cos(angle) * by, y + Math.sin(angle) * by];
}

function paintOf({ fill, stroke, width, opacity, dash, cap }: Extract<Shape, { kind: 'paths' }>): string {
  const parts = [`fill="${fill ?? 'none'}"`];
  if (fill) parts.push('fill-rule="evenodd"');
  if (stroke) parts.push(`stroke="${stroke}" stroke-width="${n(width)}" stroke-linejoin="round"`);
  if (stroke && cap === 'round') parts.push('stroke-linecap="round"');
  if (stroke && dash) parts.push(`stroke-dasharray="${dash.map((each) => n(each)).join(' ')}"`);
  if (opacity < 1) parts.push(`opacity="${n(opacity)}"`);
  return parts.join(' ');
}
