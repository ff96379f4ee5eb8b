import type { Question } from './ui/search/search-messages';
import { SearchWork } from './ui/search/search-work';
import { turns } from './ui/desk/turns';

/** Search away from the page: with a hundred thousand places, making the index and going through it take longer than a frame. */

const work = new SearchWork({
  post: (answer) => postMessage(answer),
  turn: turns(),
  async fetch(address) {
    try {
      const response = await fetch(address);
      return response.ok ? await response.text() : null;
    } catch {
      return null;
    }
  },
});
onmessage = ({ data }: MessageEvent<Question>) => work.take(data);
