import type { GeoJSONSource, Map as GlMap, Point, PointLike } from 'maplibre-gl';
import { areaLayerIds, BENEATH, groundId } from '../style/areas';
import type { Picture } from '../style/picture';
import { RING_LAYER } from '../style/rings';
import type { Images } from './images';

/**
 * How a map shows what lies beneath the dated: inferred ground and the rings of silence. They come a moment after the marks, and are
 * clear until then, so that none is ever seen under another day's.
 */
export class BeneathLayers {
  readonly #map: GlMap;
  readonly #images: Images;
  /** What the layers show, or are about to. */
  #picture: Picture | null = null;
  #isClear = true;
  #ready: Promise<void> = Promise.resolve();
  /** As the style has them. */
  readonly #opacities = new Map<string, number>();

  constructor(map: GlMap, images: Images) {
    this.#map = map;
    this.#images = images;
  }

  /** Begins with a style of which nothing is shown yet. */
  begin(): void {
    for (const id of [...areaLayerIds, RING_LAYER])
      if (!this.#opacities.has(id)) this.#opacities.set(id, Number(this.#map.getPaintProperty(id, opacityOf(id))));
    this.#picture = null;
    this.#isClear = false;
    this.#clear();
  }

  /** Shows what lies beneath a picture's marks; null shows nothing. What is not settled keeps what belongs to it, and nothing else. */
  show(picture: Picture | null): void {
    const isSame = picture !== null && this.#picture?.marks.ledger === picture.marks.ledger && this.#picture.at === picture.at;
    if (!isSame) this.#clear();
    if (!picture?.ground) {
      if (!isSame) this.#picture = null;
      return;
    }
    const { inferred, silence } = picture.ground;
    if (isSame && this.#picture!.ground?.inferred === inferred && this.#picture!.ground.silence === silence) return;
    this.#picture = picture;
    if (!inferred && !silence) this.#clear();
    else this.#ready = this.#put(picture);
  }

  /** Resolves when everything that is to be shown can be drawn. */
  async ready(): Promise<void> {
    let waited: Promise<void> | null = null;
    while (waited !== this.#ready) await (waited = this.#ready);
  }

  /** The id of the silent town whose ring is within some pixels of a point; null where none is. */
  ringAt({ x, y }: Point, room: number): string | null {
    if (this.#isClear || !this.#map.getLayer(RING_LAYER)) return null;
    const box: [PointLike, PointLike] = [
      [x - room, y - room],
      [x + room, y + room],
    ];
    const [ring] = this.#map.queryRenderedFeatures(box, { layers: [RING_LAYER] });
    return ring ? String(ring.properties.id) : null;
  }

  /** The id of the inferred ground at a point; null where none is. */
  groundAt(point: Point): string | null {
    if (this.#isClear || !this.#map.getLayer(areaLayerIds[0])) return null;
    if (this.#map.queryRenderedFeatures(point, { layers: [...areaLayerIds] }).length === 0) return null;
    const { lng, lat } = this.#map.unproject(point);
    return groundId([lng, lat]);
  }

  async #put(picture: Picture): Promise<void> {
    const { inferred, silence } = picture.ground!;
    await this.#images.add(new Map([...(inferred?.hatches ?? []), ...(silence?.drawings ?? [])]));
    const source = this.#map.getSource<GeoJSONSource>(BENEATH);
    if (!source || this.#picture !== picture) return;
    await source.setData({ type: 'FeatureCollection', features: [...(inferred?.features ?? []), ...(silence?.rings ?? [])] });
    while (this.#picture === picture && !this.#map.isSourceLoaded(BENEATH)) await this.#next();
    if (this.#picture === picture) this.#reveal();
  }

  /** The next word of the source, or the end of the map. */
  #next(): Promise<void> {
    const map = this.#map;
    return new Promise((resolve) => {
      const done = () => {
        map.off('sourcedata', done);
        map.off('remove', done);
        map.off('idle', done);
        resolve();
      };
      for (const event of ['sourcedata', 'remove', 'idle'] as const) map.on(event, done);
      map.triggerRepaint();
    });
  }

  #clear(): void {
    if (this.#isClear) return;
    this.#isClear = true;
    for (const id of this.#opacities.keys()) this.#map.setPaintProperty(id, opacityOf(id), 0);
  }

  #reveal(): void {
    this.#isClear = false;
    for (const [id, opacity] of this.#opacities) this.#map.setPaintProperty(id, opacityOf(id), opacity);
  }
}

function opacityOf(id: string): 'icon-opacity' | 'fill-opacity' {
  return id === RING_LAYER ? 'icon-opacity' : 'fill-opacity';
}
