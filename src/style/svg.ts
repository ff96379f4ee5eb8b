import { letters } from './letters';

/** A small drawing: SVG text and its side in CSS pixels; it is square, with its anchor in the middle. */
export interface Drawing {
  readonly svg: string;
  readonly size: number;
}

/** A drawing of `content` around (0, 0), reaching `reach` pixels to each side. */
export function drawing(content: string, reach: number): Drawing {
  const half = Math.ceil(reach);
  const box = `${-half} ${-half} ${2 * half} ${2 * half}`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * half}" height="${2 * half}" viewBox="${box}">${content}</svg>`,
    size: 2 * half,
  };
}

/** An address for an image element or `Image.src`; needs `img-src data:`. */
export function svgUrl(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A number as SVG wants it, to a hundredth of a pixel. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

export function circle(x: number, y: number, r: number, attributes: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${attributes}/>`;
}

/** A path through points, closed. */
export function polygon(points: readonly (readonly [number, number])[], attributes: string): string {
  return `<path d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z" ${attributes}/>`;
}

/** Letters as paths, centred on a point, as tall as `tall` and no wider than `wide`; empty where they would be smaller than 5 pixels. */
export function initials(text: string, x: number, y: number, tall: number, wide: number, colour: string): string {
  const glyphs = [...text].map((letter) => letters[letter]).filter((glyph) => glyph !== undefined);
  const advance = glyphs.reduce((sum, [width]) => sum + width, 0);
  const height = Math.min(tall, (wide / advance) * 100);
  if (glyphs.length === 0 || height < 5) return '';
  const scale = height / 100;
  let at = x - (advance * scale) / 2;
  const paths = glyphs.map(([width, path]) => {
    const drawn = `<path transform="translate(${n(at)} ${n(y + height / 2)}) scale(${scale.toFixed(4)})" d="${path}"/>`;
    at += width * scale;
    return drawn;
  });
  return `<g fill="${colour}">${paths.join('')}</g>`;
}
