import type { Claim, Dossier, Report, Source } from '../core/model';
import { identifierOf, oneOrMore, reportIdentifier, said } from './identifiers';
import { english, titleOf } from './titles';

/** Reports as W3C Web Annotations (JSON-LD): one each, on the words of the source's text that it rests on. */

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** A page of annotations. */
export function reportsAsAnnotations(dossier: Dossier, claims: readonly Claim[]): object {
  const items = claims.flatMap((claim) => claim.reports.map((report, i) => annotation(dossier, claim, report, i)));
  const rights = [...dossier.credits.map(english), ...(dossier.license ? [english(dossier.license)] : []), dossier.disclaimer.en];
  return {
    '@context': ANNOTATION_CONTEXT,
    id: '#annotations',
    type: 'AnnotationPage',
    'dc:title': dossier.title.en,
    'dc:rights': rights,
    items,
  };
}

/** What a report says of the claim stands beside the claim, lest a denial read like an assertion. */
function annotation(dossier: Dossier, claim: Claim, report: Report, index: number): object {
  const tags = [report.mode, ...(claim.implied ? ['implied'] : []), ...(claim.withdrawn ? ['withdrawn'] : [])];
  return said({
    id: reportIdentifier(claim.id, index),
    type: 'Annotation',
    motivation: 'describing',
    body: [
      { id: identifierOf('claim', claim.id), type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: claim.summary },
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
      ...(report.by === undefined
        ? []
        : [
            {
              type: 'TextualBody',
              purpose: 'identifying',
              format: 'text/plain',
              value: dossier.speakers.get(report.by)?.name.en ?? report.by,
            },
          ]),
      ...(report.note === undefined ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: report.note }]),
    ],
    target: target(dossier, report),
  });
}

/** The offsets are of the source's text as it was read, which is not the page at its address: that is named as where the text is from. */
function target(dossier: Dossier, { source: id, anchor }: Report): object {
  const source = dossier.sources.get(id);
  const { start, end, exact, prefix, suffix } = anchor;
  const quote = exact === undefined ? [] : [said({ type: 'TextQuoteSelector', exact, prefix, suffix })];
  return said({
    type: 'SpecificResource',
    source: said({
      id: identifierOf('text', id),
      type: 'Text',
      format: 'text/plain',
      language: source?.language === 'und' ? undefined : source?.language,
      'dc:title': titleOf(dossier, id),
      'dc:publisher': source?.publisher,
      via: oneOrMore(addressesOf(source)),
    }),
    selector: oneOrMore([{ type: 'TextPositionSelector', start, end }, ...quote]),
  });
}

function addressesOf(source: Source | undefined): string[] {
  return [source?.address, source?.archived?.address].filter((address) => address !== undefined);
}
