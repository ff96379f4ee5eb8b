import { lookNames, type Look } from '../../src/style/palette';
import { languages, learn, type Language } from '../../src/style/strings';
import { Exercise, SHOWN } from './dossier/exercise';
import { drawMarks } from './dossier/marks';
import { drawAntimeridian, drawFar, drawWays } from './dossier/ways';

/** The sheets of the gallery and the pictures that are taken of them. */

await Promise.all(languages.map(learn));

/** Of the map in a picture, in pixels. */
export const SIZE = { width: 1150, height: 590 } as const;

export interface Sheet {
  readonly name: string;
  readonly exercise: Exercise;
}

/** On the border between the land and a neighbour, where the ground has few names of its own. */
const MIDDLE = [40, 33.95] as const;

/** Everything, laid out alike for each of three zoom levels; and what crosses the antimeridian. */
export function sheets(): Sheet[] {
  const all = [5, 8, 11].map((zoom): Sheet => {
    const exercise = new Exercise(MIDDLE, zoom);
    drawMarks(exercise, [-535, -245]);
    drawWays(exercise, [-535, 0]);
    // elsewhere it would lead through the picture from edge to edge, and past it
    if (zoom === 5) drawFar(exercise, 226);
    return { name: `zoom-${zoom}`, exercise };
  });
  const antimeridian = new Exercise([180, 20], 5);
  drawAntimeridian(antimeridian);
  return [...all, { name: 'antimeridian', exercise: antimeridian }];
}

/** One picture: a sheet in a look and a language. */
export interface Picture {
  readonly name: string;
  readonly look: Look;
  readonly language: Language;
  /** Of the page's address. */
  readonly hash: string;
  /** Whether a test holds it: each zoom level in each look, and one sheet in the other direction. */
  readonly isGolden: boolean;
}

/** The pictures of a sheet; in one language a mark is selected, in the other an arrow. */
export function picturesOf({ name, exercise: { middle, zoom } }: Sheet): Picture[] {
  const selected: Readonly<Record<Language, string>> = { en: 'control:held-town', ar: 'movement:advance-50' };
  return lookNames.flatMap((look) =>
    languages.map((language): Picture => {
      const camera = [...middle, zoom].join(',');
      const hash = new URLSearchParams({ day: SHOWN, c: camera, look, lang: language, sel: selected[language], off: 'relief' });
      return {
        name: `${name}-${look}-${language}`,
        look,
        language,
        hash: String(hash),
        isGolden: name === 'antimeridian' ? look === 'light' && language === 'en' : language === 'en' || (look === 'light' && zoom === 8),
      };
    }),
  );
}
