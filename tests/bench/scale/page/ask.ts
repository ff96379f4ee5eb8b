/** Asks a worker one thing. Rejects with what it fails with. */
export function ask<Asked, Answer>(worker: Worker, asked: Asked): Promise<Answer> {
  return new Promise((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => done(data);
    worker.onerror = ({ message }) => fail(new Error(message));
    worker.postMessage(asked);
  });
}
