/** A way to let a worker's messages in: what it gives is called between two parts of long work, and resolves once they are taken. */
export function turns(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let next = (): void => {};
  port1.onmessage = () => next();
  return () =>
    new Promise((done) => {
      next = done;
      port2.postMessage(null);
    });
}
