import { hash } from 'node:crypto'

/**
 * A string of fixed length for any list of values; null (absent) and "" differ. Keeps tokens out of memory, and a look-up by it tells
 * nothing about how much of a secret was right.
 */
export function digestOf(values: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(values), 'base64')
}
