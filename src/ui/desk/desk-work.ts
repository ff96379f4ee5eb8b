import type { DossierReader } from '../../core/check/reader';
import { IssueTally } from '../../core/check/tally';
import { gazetteerOf, readGazetteer, type Gazetteer } from '../../core/gazetteer/gazetteer';
import type { Issue } from '../../core/issue';
import type { Ledger, Lens } from '../../core/ledger';
import type { Dossier } from '../../core/model';
import { pieceOf, sortedBy } from '../../core/lists/text-map';
import { changeDays } from '../../core/situation';
import { daysOf } from '../../core/time';
import { weighing } from '../../core/weigh/weigh';
import { textOf, type DossierFile } from '../../formats/dossier-file';
import { readingDossier } from '../../formats/read-dossier';
import { datedReports } from '../../style/histogram';
import { recordsOf } from '../../style/records/records-of';
import type { IssuesRead, Partial, Progress } from './desk-update';
import { pack, partsOf, type BesideParts, type FromWorker, type Packed, type ToWorker, type UpdateParts } from './desk-messages';
import { NotArrived } from './load';
import type { Workplace } from './workplace';

export type { Workplace };

/** The worker's side of the desk: reads, checks, weighs and packs one dossier, and lets messages in between. */

/** How long to work before messages are let in, in milliseconds. */
const SPELL = 20;
/** How often to say how far the work is, in milliseconds. */
const TELLING = 100;
/** What is read in this time needs no picture of its own. */
const PATIENCE = 400;
/** How many reports a first picture has at least; each further one has twice as many as the one before. */
const FIRST_PICTURE = 500;
/** Entries of a piece: as many as can be taken over in a moment. */
const PIECE = 500;

/** A lens that was asked for; the same object as long as it is the same request. */
type Wanted = ToWorker & { readonly type: 'weigh' };
type Beside = ToWorker & { readonly type: 'weigh beside' };
type Request = ToWorker & { readonly type: 'open' };

export class DeskWork {
  readonly #place: Workplace;
  readonly #issues: Issue[] = [];
  readonly #tally = new IssueTally();
  #wanted: Wanted | null = null;
  #shown: Wanted | null = null;
  /** What is asked for beside it and not yet handed over. */
  #beside: Beside | null = null;
  #stopped = false;
  #wake: () => void = () => {};
  #lastTurn = 0;
  #lastProgress = 0;
  #claimsSent = 0;
  #days: readonly string[] = [];
  /** Each place's position among those that were handed over. */
  readonly #placesSent = new Map<string, number>();

  constructor(place: Workplace) {
    this.#place = place;
  }

  take(message: ToWorker): void {
    if (message.type === 'open') void this.#run(message);
    else if (message.type === 'stop') this.#stopped = true;
    else if (message.type === 'weigh beside') this.#beside = message.lens ? message : null;
    else this.#wanted = message.number === this.#shown?.number ? this.#shown : message;
    this.#wake();
  }

  async #run(request: Request): Promise<void> {
    try {
      const read = await this.#read(request);
      // from now on it is weighed anew, lens by lens
      while (read) {
        await this.#until(() => this.#wanted !== this.#shown || this.#beside !== null);
        if (this.#wanted !== this.#shown) await this.#show(read.dossier, null, read.partial);
        else await this.#showBeside(read.dossier);
      }
    } catch (error) {
      if (error instanceof NotArrived) {
        const { file, reason, status, address } = error;
        this.#post({ type: 'not arrived', file, reason, status, address });
      } else this.#post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Reads and shows all there is, or what there was when it was stopped; null, and said so, where nothing can be read. */
  async #read(request: Request): Promise<{ dossier: Dossier; partial: Partial | null } | null> {
    const begun = this.#place.now();
    const reading = readingDossier(await this.#files(request), await this.#gazetteer(request.gazetteer), this.#issues);
    let nextPicture = FIRST_PICTURE;
    for (let isFirst = true; ; isFirst = false) {
      const { done, value } = await reading.next();
      this.#tally.take(this.#issues);
      if (done && value) return { dossier: await this.#showClaims(value, null), partial: null };
      if (done || (this.#stopped && !value.reader)) {
        this.#post({ type: 'unreadable', ...this.#issuesRead() });
        return null;
      }
      const { reader } = value;
      if (isFirst && reader) await this.#openHead(reader);
      if (reader && reader.claims - this.#claimsSent >= PIECE) this.#sendClaims(reader);
      await this.#rest({ phase: 'reading', done: value.done, reports: reader?.reports ?? 0, of: value.of });
      if (!reader) continue;
      const amount = { reports: reader.reports, of: value.of };
      if (this.#stopped) {
        void reading.return(null);
        const partial = { ...amount, stopped: true };
        return { dossier: await this.#showClaims(reader, partial), partial };
      }
      const isTime = reader.reports >= nextPicture && this.#place.now() - begun > PATIENCE;
      if (!isTime && (!this.#shown || this.#wanted === this.#shown)) continue;
      nextPicture = reader.reports * 2;
      await this.#showClaims(reader, { ...amount, stopped: false });
    }
  }

  async #files({ files, optional }: Request): Promise<DossierFile[]> {
    const found = files.map(async ([name, where]) => {
      try {
        return await this.#place.fetch(name, where);
      } catch (error) {
        if (optional.includes(name) && error instanceof NotArrived && error.status === 404) return null;
        throw error;
      }
    });
    return (await Promise.all(found)).filter((file) => file !== null);
  }

  async #gazetteer(address: string): Promise<Gazetteer> {
    const { places, issues } = readGazetteer(await textOf(await this.#place.fetch('places.geojson', address)), 'places.geojson');
    this.#issues.push(...issues);
    return gazetteerOf(places);
  }

  /** Hands over the head, and waits for the lens to begin with. */
  async #openHead({ head }: DossierReader): Promise<void> {
    const { sources, ...rest } = head;
    this.#sendEntries('sources', [...sources.values()]);
    const sorted = sortedBy([...sources.keys()]);
    this.#days = daysOf(head.span, head.timeZone);
    this.#post({ type: 'head', head: rest, sorted, days: this.#days }, [sorted.buffer]);
    await this.#until(() => this.#wanted !== null);
  }

  /** Hands over what is read so far, weighed. */
  async #showClaims(reader: DossierReader, partial: Partial | null): Promise<Dossier> {
    this.#sendClaims(reader);
    const { dossier, order } = reader.dossier([]);
    const fresh = [...dossier.places.values()].filter(({ id }) => !this.#placesSent.has(id));
    for (const { id } of fresh) this.#placesSent.set(id, this.#placesSent.size);
    this.#sendEntries('places', fresh);
    const places = Uint32Array.from(dossier.places.keys(), (id) => this.#placesSent.get(id)!);
    await this.#show(dossier, { columns: dossier.claims.columns, order, places }, partial);
    return dossier;
  }

  /** Weighs through the lens that is wanted, and hands it over; what is overtaken or given up is not. */
  async #show(dossier: Dossier, claims: UpdateParts['claims'], partial: Partial | null): Promise<void> {
    for (;;) {
      const wanted = this.#wanted!;
      if (!claims && wanted === this.#shown) {
        this.#post({ type: 'progress', progress: null });
        return;
      }
      const weighed = await this.#weigh(dossier, wanted.lens, () => this.#wanted === wanted);
      if (!weighed) continue;
      const parts: UpdateParts = { claims, ...this.#partsOf(weighed), ...this.#issuesRead(), partial };
      const { packed, transfer } = this.#pack(parts);
      if (!partial || partial.stopped) this.#post({ type: 'progress', progress: null });
      this.#post({ type: 'update', number: wanted.number, packed }, transfer);
      this.#shown = wanted;
      return;
    }
  }

  /** Weighs through the lens that is asked for beside the other, and hands it over; what is overtaken or given up is not. */
  async #showBeside(dossier: Dossier): Promise<void> {
    const asked = this.#beside!;
    const weighed = await this.#weigh(dossier, asked.lens!, () => this.#beside === asked && this.#wanted === this.#shown);
    this.#post({ type: 'progress', progress: null });
    if (!weighed) return;
    this.#beside = null;
    const { packed, transfer } = this.#pack(this.#partsOf(weighed));
    this.#post({ type: 'beside', number: asked.number, packed }, transfer);
  }

  #partsOf(weighed: Ledger): BesideParts {
    const { dossier: _dossier, ...ledger } = weighed;
    return { ledger, records: recordsOf(weighed), changeDays: changeDays(weighed), dated: datedReports(weighed, this.#days) };
  }

  /** Sends the long lists of some parts ahead of them. */
  #pack(parts: BesideParts): { packed: Packed; transfer: ArrayBuffer[] } {
    const { packed, lists, transfer } = pack(parts);
    lists.forEach((items, list) => {
      for (const part of partsOf(items)) this.#post({ type: 'list', list, items: part });
    });
    return { packed, transfer };
  }

  /** Null where it is not wanted any more. */
  async #weigh(dossier: Dossier, lens: Lens, isWanted: () => boolean): Promise<Ledger | null> {
    const steps = weighing(dossier, lens);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await this.#rest({ phase: 'weighing', done: value, reports: 0, of: null });
      if (!isWanted()) return null;
    }
  }

  /** Lets messages in and says how far the work is, when it is time. */
  async #rest(progress: Progress): Promise<void> {
    const now = this.#place.now();
    if (now - this.#lastTurn < SPELL) return;
    if (now - this.#lastProgress > TELLING) {
      this.#lastProgress = now;
      this.#post({ type: 'progress', progress });
    }
    await this.#place.turn();
    this.#lastTurn = this.#place.now();
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((wake) => (this.#wake = wake));
  }

  #issuesRead(): IssuesRead {
    const { kept: issues, count: issueCount, counts } = this.#tally;
    return { issues, issueCount, issueCounts: new Map(counts) };
  }

  #sendClaims(reader: DossierReader): void {
    this.#claimsSent = reader.claims;
    const piece = reader.piece();
    this.#post({ type: 'claims', piece }, [piece.starts.buffer as ArrayBuffer]);
  }

  #sendEntries(type: 'sources' | 'places', entries: readonly { readonly id: string }[]): void {
    for (let at = 0; at < entries.length; at += PIECE) {
      const piece = pieceOf(entries.slice(at, at + PIECE));
      this.#post({ type, piece }, [piece.starts.buffer as ArrayBuffer]);
    }
  }

  #post(message: FromWorker, transfer: Transferable[] = []): void {
    this.#place.post(message, transfer);
  }
}
