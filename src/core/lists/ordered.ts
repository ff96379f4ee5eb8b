/** Bits of a number by which it is put in order at a time. */
const DIGIT = 11;

/**
 * Indices of numbers in ascending order, of equal ones the lower first; infinite ones count as the least and the greatest. Fast where
 * the numbers are whole, such as milliseconds, and less than 2^32 apart, or that many thousands.
 */
export function ordered(numbers: ArrayLike<number>): Uint32Array {
  const { length } = numbers;
  let [least, most, isWhole, isThousands] = [Infinity, -Infinity, true, true];
  for (let i = 0; i < length; i++) {
    const number = numbers[i]!;
    if (number === -Infinity || number === Infinity) continue;
    isWhole &&= Number.isInteger(number);
    isThousands &&= number % 1000 === 0;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  if (least > most) least = most = 0;
  const unit = isThousands ? 1000 : 1;
  // how far above the least each is; before all is 0, after all the greatest
  const greatest = (most - least) / unit + 2;
  if (!isWhole || greatest >= 2 ** 32) {
    const order = Uint32Array.from({ length }, (_, i) => i);
    return order.sort((a, b) => (numbers[a]! < numbers[b]! ? -1 : numbers[a]! > numbers[b]! ? 1 : a - b));
  }
  const keys = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const number = numbers[i]!;
    keys[i] = number === -Infinity ? 0 : number === Infinity ? greatest : (number - least) / unit + 1;
  }
  return byDigits(keys, greatest);
}

/** The same of whole numbers from 0 to `greatest`: a radix sort, from the lowest digit up. */
function byDigits(keys: Uint32Array, greatest: number): Uint32Array {
  const { length } = keys;
  let [from, to]: [Uint32Array, Uint32Array] = [keys, new Uint32Array(length)];
  let [order, next] = [new Uint32Array(length), new Uint32Array(length)];
  for (let i = 0; i < length; i++) order[i] = i;
  const mask = 2 ** DIGIT - 1;
  for (let shift = 0; shift < 32 && greatest >>> shift > 0; shift += DIGIT) {
    const firsts = new Uint32Array(mask + 2);
    for (let i = 0; i < length; i++) firsts[((from[i]! >>> shift) & mask) + 1]!++;
    for (let digit = 0; digit < mask; digit++) firsts[digit + 1]! += firsts[digit]!;
    for (let i = 0; i < length; i++) {
      const at = firsts[(from[i]! >>> shift) & mask]!++;
      to[at] = from[i]!;
      next[at] = order[i]!;
    }
    [from, to, order, next] = [to, from, next, order];
  }
  return order;
}
