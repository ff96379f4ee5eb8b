/** What was dropped on the page: a folder can only be looked into by what is asked for at once. */
export interface Dropped {
  readonly files: readonly File[];
  /** The same as the file system knows them; null where it does not. */
  readonly entries: readonly (FileSystemEntry | null)[];
}

/** What a reader dropped; null where that is no file. */
export function droppedOf({ dataTransfer }: DragEvent): Dropped | null {
  const { files = [], items = [] } = dataTransfer ?? {};
  return files.length > 0 ? { files: [...files], entries: Array.from(items, (item) => item.webkitGetAsEntry()) } : null;
}
