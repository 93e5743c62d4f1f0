/** A member called statusCode with a whole number, its name quoted in any way or not at all. */
const STATUS_CODE = /[{,]\s*(["']?)statusCode\1\s*:\s*(\d+)\s*[,}]/

/**
 * The `statusCode` that a MOCK's request template came to; null when there is none, or none that is a whole number. Text that is not
 * quite JSON will do: an unquoted or single-quoted name, a comma too many.
 * Source: rest-api.md 9.8, recorded for the unquoted name.
 */
export function mockStatusCode(text: string): number | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'statusCode')) return null
    const { statusCode } = value as { readonly statusCode: unknown }
    return typeof statusCode === 'number' && Number.isInteger(statusCode) ? statusCode : null
  } catch {
    const trimmed = text.trim()
    const found = trimmed.startsWith('{') && trimmed.endsWith('}') ? STATUS_CODE.exec(trimmed) : null
    return found === null ? null : Number(found[2])
  }
}
