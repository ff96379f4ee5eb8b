import { learn, languages } from '../src/style/strings';

/** Every test speaks every language. */
await Promise.all(languages.map(learn));
