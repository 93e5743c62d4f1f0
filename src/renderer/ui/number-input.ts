import { formatNumber } from './format'

/** What a number field accepts. Both ends belong to the range. */
export interface NumberRule {
  readonly min?: number
  readonly max?: number
  readonly integer?: boolean
  readonly required?: boolean
}

export type ParsedNumber = { readonly value: number | undefined } | { readonly error: string }

/** Read what was typed. "1,000" is 1000, "" is undefined; anything else that breaks the rule is told with the rule. */
export function parseNumber(text: string, rule: NumberRule): ParsedNumber {
  const bare = text.trim().replaceAll(',', '')
  if (bare === '') return rule.required ? { error: ruleText(rule) } : { value: undefined }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(bare)) return { error: ruleText(rule) }
  const value = Number(bare)
  const isInside = value >= (rule.min ?? -Infinity) && value <= (rule.max ?? Infinity)
  return isInside && (!rule.integer || Number.isInteger(value)) ? { value } : { error: ruleText(rule) }
}

/** "A whole number from 0 to 5,000". */
export function ruleText({ min, max, integer }: NumberRule): string {
  const kind = integer ? 'A whole number' : 'A number'
  if (min !== undefined && max !== undefined) return `${kind} from ${formatNumber(min)} to ${formatNumber(max)}`
  if (min !== undefined) return `${kind}, ${formatNumber(min)} or more`
  if (max !== undefined) return `${kind}, ${formatNumber(max)} or less`
  return kind
}
