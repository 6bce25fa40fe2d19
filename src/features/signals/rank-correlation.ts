/** Ranks from 1; equal numbers share the mean of the ranks that they take up together. */
export function ranksOf(numbers: readonly number[]): number[] {
  const order = numbers.map((_, at) => at).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const ranks = new Array<number>(numbers.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && numbers[order[last + 1] ?? 0] === numbers[order[first] ?? 0]) last += 1;
    for (let at = first; at <= last; at += 1) ranks[order[at] ?? 0] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/** The three sums that a correlation is made of; those of several series may be added up. */
export interface Covariation {
  products: number;
  firstSquares: number;
  secondSquares: number;
}

export const none: Covariation = { products: 0, firstSquares: 0, secondSquares: 0 };

export function add(a: Covariation, b: Covariation): Covariation {
  return {
    products: a.products + b.products,
    firstSquares: a.firstSquares + b.firstSquares,
    secondSquares: a.secondSquares + b.secondSquares,
  };
}

/** Of the ranks of numbers that belong together one to one, as parts of their own length: a long series does not drown a short one. */
export function rankCovariation(first: readonly number[], second: readonly number[]): Covariation {
  const centre = (first.length + 1) / 2;
  const length = first.length;
  const [a, b] = [first, second].map((numbers) => ranksOf(numbers).map((rank) => (rank - centre) / length));
  const sums = { ...none };
  for (let at = 0; at < length; at += 1) {
    const x = a?.[at] ?? 0;
    const y = b?.[at] ?? 0;
    sums.products += x * y;
    sums.firstSquares += x * x;
    sums.secondSquares += y * y;
  }
  return sums;
}

/** Spearman's coefficient, -1 to 1; 0 where one side never changes. */
export function correlation({ products, firstSquares, secondSquares }: Covariation): number {
  const scale = Math.sqrt(firstSquares * secondSquares);
  return scale === 0 ? 0 : products / scale;
}
