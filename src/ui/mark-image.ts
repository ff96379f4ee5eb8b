import type { Situation } from '../core/ledger';
import type { Dossier } from '../core/model';
import { markOf } from '../style/mark';
import { markSvg } from '../style/marks';
import type { Palette } from '../style/palette';
import { tintOf } from '../style/party';
import { drawing, polygon, type Drawing } from '../style/svg';
import { subjectOf } from './subject';

/** The drawing beside a line about a mark: a place or an incident as on the map, a movement or a flow as a short piece of it. Null where there is none. */
export function drawingOf(id: string, situation: Situation, dossier: Dossier, palette: Palette): Drawing | null {
  const subject = subjectOf(situation, id);
  if (subject?.kind === 'control') return markSvg(markOf(subject.holding, dossier, palette), palette);
  if (subject?.kind === 'figure') return bars(palette);
  if (!subject || !('occurrence' in subject)) return null;
  const claim = dossier.claims.find((each) => each.id === subject.occurrence.claim);
  if (claim?.kind === 'incident')
    return markSvg(
      { kind: 'event', event: claim.incident, tint: claim.party ? tintOf(claim.party, dossier, palette) : null, selected: false },
      palette,
    );
  if (claim?.kind === 'movement')
    return arrow(tintOf(claim.party, dossier, palette).colour, subject.occurrence.intended, claim.movement, palette);
  return claim ? band(palette) : null;
}

function arrow(colour: string, intended: boolean, movement: 'advance' | 'reinforcement' | 'withdrawal', palette: Palette): Drawing {
  const hollow = intended || movement === 'withdrawal';
  const paint = `fill="${hollow ? palette.paper : colour}" stroke="${hollow ? colour : palette.hairline}" stroke-width="${hollow ? 1.5 : 0.8}" stroke-linejoin="round"${intended ? ' stroke-dasharray="3 2"' : ''}`;
  const slim = movement === 'reinforcement' ? 1.6 : 3.2;
  return drawing(
    polygon(
      [
        [-10, -slim / 3],
        [2, -slim],
        [1.5, -6.5],
        [10.5, 0],
        [1.5, 6.5],
        [2, slim],
        [-10, slim / 3],
      ],
      paint,
    ),
    12,
  );
}

function band(palette: Palette): Drawing {
  return drawing(
    polygon(
      [
        [-10, -2.5],
        [4, -2.5],
        [4, -6],
        [10.5, 0],
        [4, 6],
        [4, 2.5],
        [-10, 2.5],
      ],
      `fill="${palette.displacement}" fill-opacity="0.75"`,
    ),
    12,
  );
}

function bars(palette: Palette): Drawing {
  const column = (x: number, top: number) =>
    polygon(
      [
        [x, 7],
        [x, top],
        [x + 4, top],
        [x + 4, 7],
      ],
      `fill="${palette.displacement}"`,
    );
  return drawing(column(-8, 2) + column(-2, -2) + column(4, -7), 12);
}
