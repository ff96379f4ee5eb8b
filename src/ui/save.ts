/** Hands a file to the reader's downloads. */
export function saveAs(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // some browsers read the file only after the click
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
