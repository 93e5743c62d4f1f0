const NULL = /^(?:~|null|Null|NULL)$/
const TRUE = /^(?:true|True|TRUE)$/
const FALSE = /^(?:false|False|FALSE)$/
const DECIMAL = /^[-+]?(?:\d+|\d+\.\d*|\.\d+)(?:[eE][-+]?\d+)?$/
const OCTAL = /^0o[0-7]+$/
const HEXADECIMAL = /^0x[\da-fA-F]+$/
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/

/** What an unquoted word of YAML means. undefined for numbers that JSON cannot hold. Source: YAML 1.2.2, 10.3.2 (core schema). */
export function plainScalar(word: string): string | number | boolean | null | undefined {
  // Most words begin like none of the others.
  if (!/^[-+.\d~nNtTfF]/.test(word)) return word
  if (DECIMAL.test(word)) return finite(Number(word))
  if (NULL.test(word)) return null
  if (TRUE.test(word)) return true
  if (FALSE.test(word)) return false
  if (OCTAL.test(word) || HEXADECIMAL.test(word)) return finite(Number(word))
  return NOT_FINITE.test(word) ? undefined : word
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined
}
