/** What stands around the map of an embed: `embed.html?controls=timeline,legend`. Pure. */

export const embedControls = ['timeline', 'legend', 'zoom', 'panel', 'export'] as const;
export type EmbedControl = (typeof embedControls)[number];

/** Where nothing is asked for. */
export const usualControls: readonly EmbedControl[] = ['timeline', 'legend'];

/** The controls that a page's query asks for (`none`: the map alone), in the order of the list, and what it asks for that is no control. */
export function controlsOf(search: string): { readonly controls: readonly EmbedControl[]; readonly strange: readonly string[] } {
  const asked = new URLSearchParams(search).get('controls');
  if (asked === null) return { controls: usualControls, strange: [] };
  const names = asked.split(',').filter((name) => name !== '' && name !== 'none');
  return {
    controls: embedControls.filter((control) => names.includes(control)),
    strange: names.filter((name) => !(embedControls as readonly string[]).includes(name)),
  };
}
