import type { Language } from './index';

/** What the help says: apart from the catalogues, since it is not there when the page begins. */
export const helpStrings = {
  en: {
    'rule.title': 'How evidence is weighed',
    rule: 'A place is held by whoever the newest supported and undisputed report of a take-over names. What somebody denies, what another report of the time contradicts, and what only its beneficiary says is shown beside it as a position in dispute.',
    origins: 'Support is counted in origins: who was first to say it. Texts copied from one another share one origin.',
    keys: 'Keys',
    'key.day': 'A day back, a day on',
    'key.change': 'To the previous or next change',
    'key.play': 'Play or pause',
    'key.ends': 'First day, last day',
    'key.known': 'Known by: a day earlier, a day later',
    'key.search': 'Search for a place',
    'key.export': 'Export a picture',
    'key.legend': 'Legend and layers',
    'key.compare': 'Compare two situations',
    'key.help': 'This help',
    'key.back': 'Back',
  },
  ar: {
    'rule.title': 'كيف تُوزن الأدلة',
    rule: 'يُعدّ المكان في يد من يسمّيه أحدثُ تقرير عن السيطرة عليه يكون مدعومًا وغير مختلَف فيه. أما ما ينفيه أحد، أو يناقضه تقرير آخر من الوقت نفسه، أو لا يقوله إلا المستفيد منه، فيُعرض بجانبه موقفًا موضع خلاف.',
    origins: 'يُحتسب الدعم بالمصادر الأصلية: من كان أول من قال ذلك. النصوص المنقول بعضها عن بعض مصدرها الأصلي واحد مهما كثرت.',
    keys: 'المفاتيح',
    'key.day': 'يوم إلى الوراء، يوم إلى الأمام',
    'key.change': 'إلى التغيّر السابق أو التالي',
    'key.play': 'تشغيل أو إيقاف مؤقت',
    'key.ends': 'اليوم الأول، اليوم الأخير',
    'key.known': 'معروف حتى: قبل يوم، بعد يوم',
    'key.search': 'البحث عن مكان',
    'key.export': 'تصدير صورة',
    'key.legend': 'مفتاح الخريطة والطبقات',
    'key.compare': 'مقارنة وضعين',
    'key.help': 'هذه المساعدة',
    'key.back': 'رجوع',
  },
} as const satisfies Record<Language, Record<string, string>>;
