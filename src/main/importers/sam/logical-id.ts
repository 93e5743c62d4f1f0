import { isRecord } from '../json-place'
import { sha1Hex } from './sha1'

/**
 * The logical id that SAM makes of a prefix and a value: the prefix and ten digits of the value's hash; the bare prefix for nothing.
 * Source: generated ids of the SAM specification ("ApiGatewayDomainName67a385f467").
 */
export function hashedId(prefix: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return prefix
  return prefix + sha1Hex(typeof value === 'string' ? value : sortedJson(value)).slice(0, 10)
}

/** "MyApi", "Stage", "Prod" -> "MyApiProdStage"; a name that no id can hold becomes digits: "MyApiStage0c8ecc62cb". */
export function stageId(apiId: string, stageName: unknown): string {
  const name = typeof stageName === 'string' ? stageName : ''
  return isAlphanumeric(name) ? `${apiId}${name}Stage` : hashedId(`${apiId}Stage`, name)
}

/** Letters and digits, at least one. */
export function isAlphanumeric(text: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(text)
}

/** JSON with the members of every object in order, so that the order of the text does not matter. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => sortedJson(item)).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null'
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${sortedJson(value[name])}`).join(',')}}`
}
