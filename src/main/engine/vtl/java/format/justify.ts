import { checkLength } from '../java-errors'
import type { FormatSpecifier } from './format-specifier'

/** The text in upper case where asked for, filled up with blanks to the width. */
export function justify(specifier: FormatSpecifier, text: string): string {
  const written = specifier.isUpperCase ? text.toUpperCase() : text
  return pad(specifier, written)
}

/** Filled up with blanks to the width. */
export function pad(specifier: FormatSpecifier, text: string): string {
  const { width } = specifier
  if (width === null || text.length >= width) return text
  checkLength(width)
  return specifier.flags.includes('-') ? text.padEnd(width) : text.padStart(width)
}
