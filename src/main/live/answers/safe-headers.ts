import type { HeaderList } from '../../engine/mapping/header-list'

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/**
 * Headers that can be written: a name that is none is left out, and nothing in a value can end the line. Characters beyond Latin-1 are
 * sent as UTF-8.
 */
export function safeHeaders(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => isToken(name)).map(([name, value]) => [name, safeValue(value)])
}

export function isToken(name: string): boolean {
  return TOKEN.test(name)
}

/** What stands in almost every value. */
const ASCII = /^[\t\x20-\x7e]*$/

export function safeValue(value: string): string {
  if (ASCII.test(value)) return value
  // eslint-disable-next-line no-control-regex
  const oneLine = value.replaceAll(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '')
  // eslint-disable-next-line no-control-regex
  return /[^\u0000-\u00ff]/.test(oneLine) ? Buffer.from(oneLine, 'utf8').toString('latin1') : oneLine
}
