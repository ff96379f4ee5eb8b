import type { XY } from '../../core/geometry/plane';
import type { Palette } from '../../style/palette';
import { DASH, HATCH, strokeCoats, strokeForms, type StrokeCoat, type StrokeShape } from '../../style/strokes/strokes';
import { stripePath } from './hatch';
import { linePath, ringPath } from './paths';
import { bare, type Shape } from './shapes';
import { pixelsOf, reaches, type View } from './view';

/** Movements and flows as vectors: coat for coat as the map paints them. */
export function strokeShapes(strokes: readonly StrokeShape[], palette: Palette, view: View): Shape[] {
  const placed = strokes.map((stroke) => ({ stroke, lines: strokeLines(stroke, view) }));
  return strokeCoats(palette).flatMap((coat) =>
    strokeForms
      .slice(strokeForms.indexOf(coat.forms[0]), strokeForms.indexOf(coat.forms[1]) + 1)
      .flatMap((form) => placed.filter(({ stroke }) => stroke.form === form && (!coat.selected || stroke.selected)))
      .flatMap(({ stroke, lines }) => painted(coat, stroke, lines, palette, view)),
  );
}

/** The lines of a stroke that reach into view, in pixels. */
export function strokeLines({ lines }: StrokeShape, view: View): XY[][] {
  let [west, east] = [Infinity, -Infinity];
  for (const line of lines) for (let k = 0; k < line.length; k += 2) [west, east] = [Math.min(west, line[k]!), Math.max(east, line[k]!)];
  const world = view.world(west, east);
  return lines.map((line) => pixelsOf(view, line, world)).filter((line) => reaches(line, view.window));
}

function painted(coat: StrokeCoat, stroke: StrokeShape, lines: readonly XY[][], palette: Palette, view: View): Shape[] {
  const colour = coat.colour ?? stroke.colour;
  const opacity = coat.opacity * (coat.fades ? stroke.fade : 1);
  const isOpen = stroke.form === 'trace';
  const outline = lines.map((line) => (isOpen ? linePath(line, view.window) : ringPath(line, view.window))).join('');
  if (outline === '') return [];
  // how many pixels one of those is for which the stroke was made
  const stretch = stroke.pixel / view.pixel;
  switch (coat.paint) {
    case 'fill':
      return [{ ...bare, kind: 'paths', paths: [outline], fill: colour, opacity }];
    case 'line':
      return [{ ...bare, kind: 'paths', paths: [outline], stroke: colour, width: coat.width, opacity, cap: 'round' }];
    case 'dash':
      return [
        { ...bare, kind: 'paths', paths: [outline], stroke: colour, width: coat.width, opacity, dash: DASH.map((each) => each * stretch) },
      ];
    case 'hatch': {
      const stripes = stripePath(view, { pace: HATCH.pace * Math.SQRT2 * stroke.pixel, start: 0 }, lines.flat());
      return [
        { ...bare, kind: 'paths', paths: [outline], fill: palette.hatchGround, opacity: opacity * HATCH.ground },
        {
          kind: 'within',
          outline,
          shapes: [{ ...bare, kind: 'paths', paths: [stripes], stroke: colour, width: HATCH.width * stretch, opacity }],
        },
      ];
    }
  }
}
