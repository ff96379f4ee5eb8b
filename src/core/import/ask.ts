/** What a person has to say before a table can be read. */
export type Ask =
  /** What it is about, the order of day and month, when it was published; that its headings repeat. Of areas: whose pictures they are, of which day, what else `why` says. */
  | { readonly about: 'table' | 'dates' | 'published' | 'headings' | 'publisher' | 'day' | 'areas'; readonly why: string }
  /** Which of several columns counts the people that are meant. */
  | {
      readonly about: 'people';
      readonly why: string;
      /** Their headings. */
      readonly among: readonly string[];
    }
  /** Which party an area's colour or style stands for. */
  | {
      readonly about: 'holder';
      readonly why: string;
      readonly words: string;
      /** Ids of the parties that the dossier has. */
      readonly among: readonly string[];
    };
