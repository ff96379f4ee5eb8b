import type { Situation } from '../core/situation';
import { picturing, pictureOf, type Picture, type PictureOptions } from '../style/picture';
import type { Records } from '../style/records/records';

/** The last picture, which is made once, whether beforehand or when it is to be shown. */
export class LastPicture {
  #last: { readonly situation: Situation; readonly options: PictureOptions; readonly picture: Picture } | null = null;

  /** The picture of a situation; the same one for the same options object. */
  of(situation: Situation, records: Records, options: PictureOptions): Picture {
    const last = this.#last;
    if (last?.situation === situation && last.options === options) return last.picture;
    return this.#keep(situation, options, pictureOf(situation, records, options));
  }

  /** Makes it in steps, for when it is asked for. */
  *making(situation: Situation, records: Records, options: PictureOptions): Generator<void, void> {
    this.#keep(situation, options, yield* picturing(situation, records, options));
  }

  #keep(situation: Situation, options: PictureOptions, picture: Picture): Picture {
    this.#last = { situation, options, picture };
    return picture;
  }
}
