import type { SeekAnswer } from '@shared/contract/sweep'

/** What a run (or the mean over several seeds) showed with a value. */
export interface Trial {
  readonly actual: readonly number[]
  readonly holds: boolean
}

/**
 * The smallest value between two that holds, both included, it being taken for granted that a larger one never hurts: the ends first,
 * then the middle again and again. Values have as many decimals as the ends are written with. Throws what `attempt` throws.
 */
export async function seekValue(
  { from, to }: { readonly from: number; readonly to: number },
  attempt: (value: number) => Promise<Trial>,
): Promise<SeekAnswer> {
  const perUnit = 10 ** Math.max(decimalsOf(from), decimalsOf(to))
  const tried: SeekAnswer['tried'][number][] = []
  async function holds(step: number): Promise<boolean> {
    const value = step / perUnit
    const trial = await attempt(value)
    tried.push({ value, ...trial })
    return trial.holds
  }
  let [refused, held] = [Math.round(from * perUnit), Math.round(to * perUnit)]
  if (!(await holds(held))) return { value: null, tried }
  if (refused === held || (await holds(refused))) return { value: refused / perUnit, tried }
  while (held - refused > 1) {
    const middle = Math.floor((refused + held) / 2)
    if (await holds(middle)) held = middle
    else refused = middle
  }
  return { value: held / perUnit, tried }
}

/** Digits behind the point of a number as a person writes it, at most nine: "0.25" has two. */
function decimalsOf(value: number): number {
  const [, fraction = ''] = value.toFixed(9).replace(/0+$/, '').split('.')
  return fraction.length
}
