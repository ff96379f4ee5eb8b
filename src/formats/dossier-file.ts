/** One file, on its way. */
export interface DossierFile {
  readonly name: string;
  /** Its length in bytes; null where nobody can know. */
  readonly size: number | null;
  /** Its bytes as they come; to be called once. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** A file's whole text, read as UTF-8. */
export async function textOf(file: DossierFile): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of file.bytes()) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
