import type { LaterStrings } from '.';

/** What parts that are loaded later say, in Arabic. */
export const ar: LaterStrings = {
  'ui.export.help': 'الخريطة كما هي، مع العنوان واليوم والمفتاح والمقياس والحقوق وإخلاء المسؤولية.',
  'ui.export.look': 'من أجل',
  'ui.export.look.light': 'شاشة في النهار',
  'ui.export.look.dark': 'شاشة في الليل',
  'ui.export.look.print': 'ورق أبيض، وبالرمادي أيضًا',
  'ui.export.working': 'يجري رسم الصورة…',
  'ui.export.done': 'الصورة في مجلد التنزيلات: {file}',
  'ui.export.tilted': 'الخريطة مائلة: هي في هذا الملف صورة نقطية، وما حولها وحده رسوم متجهة ونصوص.',
  'ui.export.failed': 'تعذّر إنشاء الصورة: {reason}',
  'ui.export.needsMap': 'تحتاج الصورة إلى الخريطة، ولا يمكن رسم الخريطة في هذا المتصفح.',

  'alt.opening': '{title}. {sentence}',
  'alt.more':
    'لا عبارات أخرى على الخريطة.|وعلى الخريطة عبارة أخرى.|وعلى الخريطة عبارتان أخريان.|وعلى الخريطة {n} عبارات أخرى.|وعلى الخريطة {n} عبارة أخرى.|وعلى الخريطة {n} عبارة أخرى.',
};
