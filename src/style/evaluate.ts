/** Evaluates the expressions that this project's own map style is written in: the map does so itself, and what is drawn without it asks here. */

/** What an expression may ask for: the camera's zoom level and a feature's properties. */
export interface Asked {
  readonly zoom: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Operator = (parts: readonly unknown[], asked: Asked) => unknown;

/** The value of an expression; what is no expression is its own value. Throws where the style uses one that is not known here. */
export function evaluate(expression: unknown, asked: Asked): unknown {
  if (!Array.isArray(expression) || typeof expression[0] !== 'string') return expression;
  const [name, ...parts] = expression as [string, ...unknown[]];
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator) throw new Error(`The style asks for ["${name}", …], which only the map can evaluate.`);
  return operator(parts, asked);
}

/** The same, as a number; throws where it is none. */
export function numberOf(expression: unknown, asked: Asked): number {
  const value = evaluate(expression, asked);
  if (typeof value !== 'number') throw new Error(`${JSON.stringify(expression)} is ${JSON.stringify(value)} and no number.`);
  return value;
}

/** The same, as a text; what is nothing is empty. */
export function textOf(expression: unknown, asked: Asked): string {
  const value = evaluate(expression, asked);
  return value === null || value === undefined ? '' : String(value as string | number);
}

/** The same, as a list: of a property that takes one, a plain list is no expression. */
export function listOf<T>(expression: unknown, asked: Asked): readonly T[] {
  const isPlain = Array.isArray(expression) && !Object.hasOwn(operators, String(expression[0]));
  return (isPlain ? expression : evaluate(expression, asked)) as readonly T[];
}

const compared =
  (holds: (a: number, b: number) => boolean): Operator =>
  ([a, b], asked) =>
    holds(numberOf(a, asked), numberOf(b, asked));

const operators: Readonly<Record<string, Operator>> = {
  literal: ([value]) => value,
  zoom: (_, { zoom }) => zoom,
  get: ([name], { properties }) => (Object.hasOwn(properties, name as string) ? properties[name as string] : null),
  has: ([name], { properties }) => Object.hasOwn(properties, name as string),
  array: (parts, asked) => evaluate(parts.at(-1), asked),
  '!': ([part], asked) => evaluate(part, asked) !== true,
  '==': ([a, b], asked) => evaluate(a, asked) === evaluate(b, asked),
  '!=': ([a, b], asked) => evaluate(a, asked) !== evaluate(b, asked),
  '>': compared((a, b) => a > b),
  '>=': compared((a, b) => a >= b),
  '-': (parts, asked) => {
    const [a, b] = parts.map((part) => numberOf(part, asked));
    return b === undefined ? -a! : a! - b;
  },
  all: (parts, asked) => parts.every((part) => evaluate(part, asked) === true),
  in: ([item, list], asked) => (evaluate(list, asked) as unknown[]).includes(evaluate(item, asked)),
  coalesce: (parts, asked) => parts.reduce<unknown>((found, part) => found ?? evaluate(part, asked), null),
  concat: (parts, asked) => parts.map((part) => textOf(part, asked)).join(''),
  upcase: ([part], asked) => textOf(part, asked).toUpperCase(),
  case: (parts, asked) => {
    for (let i = 0; i + 1 < parts.length; i += 2) if (evaluate(parts[i], asked) === true) return evaluate(parts[i + 1], asked);
    return evaluate(parts.at(-1), asked);
  },
  match: ([input, ...parts], asked) => {
    const value = evaluate(input, asked);
    for (let i = 0; i + 1 < parts.length; i += 2) {
      const label = parts[i];
      if (Array.isArray(label) ? label.includes(value) : label === value) return evaluate(parts[i + 1], asked);
    }
    return evaluate(parts.at(-1), asked);
  },
  step: ([input, first, ...stops], asked) => {
    const value = numberOf(input, asked);
    let found = first;
    for (let i = 0; i < stops.length && numberOf(stops[i], asked) <= value; i += 2) found = stops[i + 1];
    return evaluate(found, asked);
  },
  interpolate: ([curve, input, ...stops], asked) => {
    const [kind, power] = curve as [string, number?];
    const base = kind === 'exponential' ? (power ?? 1) : 1;
    const value = numberOf(input, asked);
    const at = (i: number) => numberOf(stops[2 * i], asked);
    const last = stops.length / 2 - 1;
    if (value <= at(0)) return evaluate(stops[1], asked);
    if (value >= at(last)) return evaluate(stops[2 * last + 1], asked);
    let upper = 1;
    while (at(upper) < value) upper++;
    const [from, to] = [at(upper - 1), at(upper)];
    const share = base === 1 ? (value - from) / (to - from) : (base ** (value - from) - 1) / (base ** (to - from) - 1);
    const [low, high] = [numberOf(stops[2 * upper - 1], asked), numberOf(stops[2 * upper + 1], asked)];
    return low + (high - low) * share;
  },
};
