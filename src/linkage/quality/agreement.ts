/** How far two reviewers agree beyond chance. */
export interface Agreement {
  pairs: number;
  /** Share of pairs on which both said the same. */
  share: number;
  /** Cohen's kappa: 1 is full agreement, 0 is what chance alone would give. Undefined where everybody always said one thing. */
  kappa: number | undefined;
  /** Its interval of 95 per cent. */
  from: number | undefined;
  to: number | undefined;
}

/** Cohen's kappa of pairs of answers, with the interval by its large-sample standard error (Cohen 1960). */
export function agreementOf(answers: readonly (readonly [string, string])[]): Agreement | undefined {
  const n = answers.length;
  if (n === 0) return undefined;
  const share = answers.filter(([one, other]) => one === other).length / n;
  const kinds = new Set(answers.flat());
  let chance = 0;
  for (const kind of kinds) {
    const first = answers.filter(([one]) => one === kind).length / n;
    const second = answers.filter(([, other]) => other === kind).length / n;
    chance += first * second;
  }
  if (chance >= 1) return { pairs: n, share, kappa: undefined, from: undefined, to: undefined };
  const kappa = (share - chance) / (1 - chance);
  const error = Math.sqrt((share * (1 - share)) / (n * (1 - chance) ** 2));
  return {
    pairs: n,
    share,
    kappa,
    from: Math.max(-1, kappa - 1.96 * error),
    to: Math.min(1, kappa + 1.96 * error),
  };
}

/** What a kappa is commonly taken to mean (Landis and Koch 1977). */
export function kappaWords(kappa: number): string {
  if (kappa < 0.2) return 'slight';
  if (kappa < 0.4) return 'fair';
  if (kappa < 0.6) return 'moderate';
  if (kappa < 0.8) return 'substantial';
  return 'almost perfect';
}
