/** What parts that are loaded later say, in English. */
export const en = {
  'ui.export.help': 'The map as it is, with title, day, legend, scale, credits and disclaimer.',
  'ui.export.look': 'For',
  'ui.export.look.light': 'A screen by day',
  'ui.export.look.dark': 'A screen at night',
  'ui.export.look.print': 'White paper, also in grey',
  'ui.export.working': 'Drawing the picture …',
  'ui.export.done': 'The picture is in your downloads: {file}',
  'ui.export.tilted': 'The map is tilted: in this file it is a picture, and only what stands around it is vectors and text.',
  'ui.export.failed': 'The picture could not be made: {reason}',
  'ui.export.needsMap': 'A picture needs the map, and the map cannot be drawn in this browser.',

  'alt.opening': '{title}. {sentence}',
  'alt.more': '{n} more statement stands on the map.|{n} more statements stand on the map.',
} as const;
