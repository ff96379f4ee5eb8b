import { lookAt, type Situation } from '../core/situation';
import { markOfLook, rankOf } from '../style/mark';
import { markSvg } from '../style/marks';
import type { Palette } from '../style/palette';
import { tintOf } from '../style/party';
import { arrowSample, bandSample, fanSample, rangeSample, type Sample } from '../style/samples';
import { subjectOf } from '../style/subject';
import { drawing, polygon, type Drawing } from '../style/svg';
import { isForecast } from './figure-chart';

/** The drawing beside a line about a mark: a place or an incident as on the map, a movement or a flow as a short piece of it. Null where there is none. */
export function drawingOf(id: string, situation: Situation, palette: Palette): Sample | null {
  const { dossier } = situation.ledger;
  const subject = subjectOf(situation, id);
  if (subject?.kind === 'control') {
    const { place } = subject.holding;
    return square(markSvg(markOfLook(lookAt(situation, place)!, rankOf(dossier.places.get(place)!), dossier, palette), palette));
  }
  if (subject?.kind === 'figure') {
    const claim = dossier.claims.get(subject.figure.claim);
    return bars(palette, claim?.kind === 'displacement' && claim.displacement === 'figure' && isForecast(claim));
  }
  if (!subject || !('occurrence' in subject)) return null;
  const claim = dossier.claims.get(subject.occurrence.claim);
  if (claim?.kind === 'incident')
    return square(
      markSvg(
        { kind: 'event', event: claim.incident, tint: claim.party ? tintOf(claim.party, dossier, palette) : null, selected: false },
        palette,
      ),
    );
  if (claim?.kind === 'movement')
    return arrowSample(claim.movement, subject.occurrence.intended, tintOf(claim.party, dossier, palette).colour, palette);
  if (claim?.kind !== 'displacement' || claim.displacement !== 'flow') return null;
  if (!claim.to?.length) return fanSample(palette);
  return claim.people.min === null && claim.people.max === null ? bandSample(null, palette) : rangeSample(palette);
}

function square({ svg, size }: Drawing): Sample {
  return { svg, width: size, height: size };
}

// a figure is no mark on the map: it is drawn as what it is in the chart
function bars(palette: Palette, forecast: boolean): Sample {
  const paint = forecast
    ? `fill="${palette.paper}" stroke="${palette.displacement}" stroke-dasharray="2 1.4"`
    : `fill="${palette.displacement}"`;
  const column = (x: number, top: number) =>
    polygon(
      [
        [x, 7],
        [x, top],
        [x + 4, top],
        [x + 4, 7],
      ],
      paint,
    );
  return square(drawing(column(-8, 2) + column(-2, -2) + column(4, -7), 12));
}
